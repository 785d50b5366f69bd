"""Small trained models as plain arrays: pure functions that need NumPy alone to score, and SciPy to be fitted anew."""
