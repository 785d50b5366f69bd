"""Loops over acts, written once: Python runs them as they stand on small worlds, numba compiles them for large ones.

None calls another, so that `compiled` can take each as it is. Arrays are C-contiguous; what a loop fills is handed in.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature in `compiled`
from __future__ import annotations

__all__ = ["chance", "collect", "fresh", "meet", "met", "runs"]


def met(account, at, when, starts, windows, reach, chosen, meetings, lower):  # noqa: ANN001, ANN201, PLR0917
    """Count who meets: `meetings[l, b]` all meetings in bin b within window l, `lower[a]` those `meet` would write under a.

    Acts are in order of object (`starts` says where each begins), then of time `at`. Two acts on one object meet where they are no
    further apart than the last of `windows` (seconds, rising) and no more than `reach` places. `when` is the bin of each act. `meet`
    writes a meeting of two `chosen` accounts under the lower one.
    """
    widest = windows[len(windows) - 1]
    for o in range(len(starts) - 1):
        for i in range(starts[o], starts[o + 1]):
            a = account[i]
            for j in range(i + 1, min(starts[o + 1], i + 1 + reach)):
                gap = at[j] - at[i]
                if gap > widest:
                    break
                b = account[j]
                if a == b:
                    continue
                for w in range(len(windows)):
                    if gap <= windows[w]:
                        meetings[w, when[i]] += 1
                if chosen[a] and chosen[b]:
                    lower[min(a, b)] += 1


def meet(account, at, starts, windows, reach, chosen, low, high, accounts, room, keys):  # noqa: ANN001, ANN201, PLR0917
    """Write each meeting of two chosen accounts, the lower from `low` up to `high`, as a key; return how many.

    A key is (lower * accounts + higher) * 4 + window, the window being the first one wide enough. Those of account `low + a` are
    written from `room[a]` on, which moves.
    """
    widest, made = windows[len(windows) - 1], 0
    for o in range(len(starts) - 1):
        for i in range(starts[o], starts[o + 1]):
            a = account[i]
            if not chosen[a]:
                continue
            for j in range(i + 1, min(starts[o + 1], i + 1 + reach)):
                gap = at[j] - at[i]
                if gap > widest:
                    break
                b = account[j]
                if a == b or not chosen[b]:
                    continue
                least = int(min(a, b))  # their product does not fit into 32 bits, which Python would keep to
                if low <= least < high:
                    window = 0
                    while gap > windows[window]:
                        window += 1
                    keys[room[least - low]] = ((least * accounts + int(max(a, b))) << 2) | window
                    room[least - low] += 1
                    made += 1
    return made


def runs(keys, least, pair, counts):  # noqa: ANN001, ANN201
    """Gather sorted keys by pair; return how many pairs met `least` times. `counts[p, l]` is how often within window l."""
    made, i, wide = 0, 0, counts.shape[1]
    while i < len(keys):
        j, this = i, keys[i] >> 2
        while j < len(keys) and keys[j] >> 2 == this:
            j += 1
        if j - i >= least:
            pair[made] = this
            for w in range(wide):
                counts[made, w] = 0
            for k in range(i, j):
                for w in range(keys[k] & 3, wide):
                    counts[made, w] += 1
            made += 1
        i = j
    return made


def chance(left, right, begins, bins, own, per, expected):  # noqa: ANN001, ANN201
    """Add up what each pair's common bins make likely: `expected[p, l]` of own[a] * own[b] * per[l, bin].

    `own[begins[a]:begins[a + 1]]` are how often account a acted in each of its `bins`, in order.
    """
    for p in range(len(left)):
        i, j = begins[left[p]], begins[right[p]]
        while i < begins[left[p] + 1] and j < begins[right[p] + 1]:
            if bins[i] < bins[j]:
                i += 1
            elif bins[j] < bins[i]:
                j += 1
            else:
                for w in range(expected.shape[1]):
                    expected[p, w] += own[i] * own[j] * per[w, bins[i]]
                i += 1
                j += 1


def fresh(account, starts, seen, kept):  # noqa: ANN001, ANN201
    """Mark the acts that are the first of their account on their object; `seen` holds -1 for each account."""
    for o in range(len(starts) - 1):
        for i in range(starts[o], starts[o + 1]):
            kept[i] = seen[account[i]] != o
            seen[account[i]] = o


def collect(account, room, order):  # noqa: ANN001, ANN201
    """Write the numbers of each account's acts, in their order; `room` says where each account begins."""
    for i in range(len(account)):
        order[room[account[i]]] = i
        room[account[i]] += 1
