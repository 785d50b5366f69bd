"""Privacy: keys, what gets in, how long it stays, who sees it, what a holder can ask for, and what is published.

Read `keyring`, `guard` and `tokeniser`, then `retention`, `holding` and `erasure`, then `access`, `reveal` and `anomalies`, then
`smallcells` and `transparency`. `daily.tidy` is what a job runs.
"""
