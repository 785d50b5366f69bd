"""How results of identity, age and guardian checks come in: signed proofs, and the operator's own results."""
