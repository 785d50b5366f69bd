"""Follow graphs as arrays: bursts, pairs, crews, dense blocks. Pure functions; they know no table and no detector."""
