"""Loops over arrivals, written once: Python runs them as they stand on small worlds, numba compiles them for large ones.

None calls another, so that `compiled` can take each as it is. Arrays are C-contiguous; what a loop fills is handed in.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature in `compiled`
from __future__ import annotations

import math

__all__ = ["arrive", "line", "loudness", "pair", "promise", "share", "summed", "tell", "total"]


def tell(one, other, number, born, until, shape, known):  # noqa: ANN001, ANN201
    """Write what is told of accounts under a negative number (-1, -2, -3) to `born`, `until` and `shape`; `known` are those that are born."""
    for e in range(len(one)):
        if other[e] >= 0:
            continue
        a = one[e]
        if other[e] == -1:
            born[a], known[a] = number[e], True
        elif other[e] == -2:  # noqa: PLR2004
            until[a] = number[e]
        else:
            shape[a] = number[e]


def arrive(one, other, number, born, until, shape, known, target, follower, at, birth, fresh, idle, hollow):  # noqa: ANN001, ANN201, PLR0917
    """Write the follows of `known` followers with what is told of these; return how many."""
    made = 0
    for e in range(len(one)):
        a = one[e]
        if other[e] >= 0 and known[a]:
            target[made], follower[made], at[made], birth[made] = other[e], a, number[e], born[a]
            fresh[made], hollow[made], idle[made] = number[e] <= until[a], shape[a] & 1 > 0, shape[a] & 2 > 0
            made += 1
    return made


def line(target, keys, starts, room, order):  # noqa: ANN001, ANN201
    """Write the rows of each target in order of their keys. `room` starts as `starts`, where each target begins."""
    for e in range(len(target)):
        t = target[e]
        if starts[t + 1] > starts[t]:
            order[room[t]] = e
            room[t] += 1
    for t in range(len(starts) - 1):
        if starts[t + 1] - starts[t] > 1:
            rows = order[starts[t] : starts[t + 1]]
            order[starts[t] : starts[t + 1]] = rows[keys[rows].argsort()]


def pair(offsets, born, fresh, near, within, twin):  # noqa: ANN001, ANN201
    """Mark older rows that were made `within` so many seconds of one of the `near` rows before or after in their sequence."""
    for s in range(len(offsets) - 1):
        for a in range(offsets[s], offsets[s + 1]):
            if fresh[a]:
                continue
            for b in range(a + 1, min(a + 1 + near, offsets[s + 1])):
                if not fresh[b] and abs(born[a] - born[b]) <= within:
                    twin[a], twin[b] = True, True


def loudness(trial, stratum, offsets, weight, room, logs, present):  # noqa: ANN001, ANN201
    """Add up, by stratum, the logs of what each group weighs there, and how many groups do. `room` is zero for each stratum."""
    for g in range(len(offsets) - 1):
        for e in range(offsets[g], offsets[g + 1]):
            if trial[e]:
                room[stratum[e]] += weight[e]
        for e in range(offsets[g], offsets[g + 1]):
            s = stratum[e]
            if room[s] > 0:
                logs[s] += math.log(room[s])
                present[s] += 1
                room[s] = 0


def total(hit, trial, stratum, offsets, weight, loudest, room, strata, groups):  # noqa: ANN001, ANN201, PLR0917
    """Add up hits and trials of each stratum and of each group, no group louder in a stratum than its `loudest`."""
    for g in range(len(offsets) - 1):
        for e in range(offsets[g], offsets[g + 1]):
            if trial[e]:
                room[1, stratum[e]] += weight[e]
                if hit[e]:
                    room[0, stratum[e]] += weight[e]
        for e in range(offsets[g], offsets[g + 1]):
            s = stratum[e]
            if room[1, s] > 0:
                quiet = min(1.0, loudest[s] / room[1, s])
                for k in range(2):
                    strata[k, s] += room[k, s] * quiet
                    groups[k, g] += room[k, s] * quiet
                    room[k, s] = 0


def share(hit, trial, stratum, offsets, weight, loudest, prior, room, strata, groups, whole, made):  # noqa: ANN001, ANN201, PLR0917
    """Write each trial's share of hits among those of its stratum in other groups, leaning on all other groups by `prior`.

    `whole` holds all hits and all trials; the rest is what `total` added up.
    """
    for g in range(len(offsets) - 1):
        for e in range(offsets[g], offsets[g + 1]):
            if trial[e]:
                room[1, stratum[e]] += weight[e]
                if hit[e]:
                    room[0, stratum[e]] += weight[e]
        overall = (whole[0] - groups[0, g] + 1) / (whole[1] - groups[1, g] + 2)
        for e in range(offsets[g], offsets[g + 1]):
            if trial[e]:
                s = stratum[e]
                quiet = min(1.0, loudest[s] / max(room[1, s], 1e-12))
                hits = max(strata[0, s] - room[0, s] * quiet, 0.0)
                tries = max(strata[1, s] - room[1, s] * quiet, 0.0)
                made[e] = min(max((hits + prior * overall) / (tries + prior), 0.0), 1.0)
        for e in range(offsets[g], offsets[g + 1]):
            room[0, stratum[e]], room[1, stratum[e]] = 0, 0


def promise(hits, trials, expected, offsets, shortest, floor, sums, tried, bound):  # noqa: ANN001, ANN201, C901, PLR0917
    """Bound the surprise of each sequence's best window from above, and count the windows: those of `windows`, clumping left out.

    `hits` and `trials` are booleans, a line a trait, `expected` the shares; `sums` is room for three running sums a trait.
    """
    kinds = len(hits)
    for s in range(len(offsets) - 1):
        begin, size = offsets[s], offsets[s + 1] - offsets[s]
        for k in range(kinds):
            for i in range(size):
                sums[3 * k, i + 1] = sums[3 * k, i] + hits[k, begin + i]
                sums[3 * k + 1, i + 1] = sums[3 * k + 1, i] + trials[k, begin + i]
                sums[3 * k + 2, i + 1] = sums[3 * k + 2, i] + expected[k, begin + i]
        length = shortest
        while length <= size:
            step = length // 2
            turns = (size - length + step - 1) // step + 1
            for w in range(turns + (length < size < 2 * length)):
                low, high = min(w * step, size - length), min(w * step, size - length) + length
                if w == turns:
                    low, high = 0, size
                tried[s] += 1
                most, worth = 0.0, 0.0
                for k in range(kinds):
                    h = sums[3 * k, high] - sums[3 * k, low]
                    t = sums[3 * k + 1, high] - sums[3 * k + 1, low]
                    e = sums[3 * k + 2, high] - sums[3 * k + 2, low]
                    usual = (sums[3 * k, size] - h + 1) / (sums[3 * k + 2, size] - e + 1)
                    e = min(e * max(usual, 1.0), t)
                    most = max(most, h - e)
                    if t > 0 and h > e:
                        odds, chance = h / t, min(max(e / t, 1e-9), 1 - 1e-9)
                        worth += t * odds * math.log(odds / chance)
                        if odds < 1:
                            worth += t * (1 - odds) * math.log((1 - odds) / (1 - chance))
                if most >= floor * (high - low) and worth > bound[s]:
                    bound[s] = worth
            length *= 2


def summed(hits, trials, expected, offsets, who, asked, sums):  # noqa: ANN001, ANN201
    """Add up three columns over the rows of sequences `who`, one after another, and write the sums before each place that is `asked` (in order)."""
    h, t, e, place, made = 0, 0, 0.0, 0, 0
    for w in who:
        for row in range(offsets[w], offsets[w + 1]):
            if made < len(asked) and asked[made] == place:
                sums[0, made], sums[1, made], sums[2, made] = h, t, e
                made += 1
            h += hits[row]
            t += trials[row]
            e += expected[row]
            place += 1
    if made < len(asked):
        sums[0, made], sums[1, made], sums[2, made] = h, t, e
