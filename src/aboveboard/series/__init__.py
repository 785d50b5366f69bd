"""Series: orders of arrival and counts over time, and how far they are from chance. Arrays in, arrays out."""
