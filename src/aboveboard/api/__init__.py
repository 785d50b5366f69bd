"""The HTTP interface: routes and what every answer has in common."""
