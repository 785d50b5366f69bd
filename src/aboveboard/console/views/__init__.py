"""What pages show, as plain frozen values. The service fills them, templates draw them; neither knows the other."""
