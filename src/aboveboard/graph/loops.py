"""Loops over follows, written once: Python runs them as they stand on small graphs, numba compiles them for large ones.

None calls another, so that `compiled` can take each as it is. Arrays are C-contiguous; what a loop fills is handed in.
"""

# pyright: reportMissingParameterType=false
# a loop is typed by its signature in `compiled`
from __future__ import annotations

import math

__all__ = [
    "adjoin",
    "degrees",
    "erode",
    "firsts",
    "hold",
    "order",
    "overlaps",
    "part",
    "peel",
    "place",
    "rename",
    "scan",
    "settle",
    "sift",
    "sketch",
    "tally",
    "weigh",
]


def place(follower, target, at, room, keys):  # noqa: ANN001, ANN201
    """Write each target's edges as keys (time above, follower in the low 31 bits), to be put in order by `settle`.

    `room` says where each target begins, and moves.
    """
    for e in range(len(follower)):
        t = target[e]
        keys[room[t]] = (at[e] << 31) | follower[e]
        room[t] += 1


def settle(keys, starts):  # noqa: ANN001, ANN201
    """Put the keys of each run in order. Most runs are short, and many are in order as they came: neither needs a sort of its own."""
    for r in range(len(starts) - 1):
        begin, end = starts[r], starts[r + 1]
        for i in range(begin + 1, end):
            key = keys[i]
            if keys[i - 1] <= key:
                continue
            if end - begin > 24:  # noqa: PLR2004  (from there on a sort is faster than moving each to its place)
                keys[begin:end].sort()
                break
            j = i
            while j > begin and keys[j - 1] > key:
                keys[j] = keys[j - 1]
                j -= 1
            keys[j] = key


def part(keys, follower):  # noqa: ANN001, ANN201
    """Take each key's follower out; its time stays."""
    for e in range(len(keys)):
        follower[e] = keys[e] & 0x7FFFFFFF
        keys[e] >>= 31


def firsts(follower, at, starts, last):  # noqa: ANN001, ANN201
    """Keep the first of repeated follows, in place; return how many are left. `last` holds -1 for each account."""
    made, begin = 0, 0
    for t in range(len(starts) - 1):
        end, starts[t] = starts[t + 1], made
        for e in range(begin, end):
            f = follower[e]
            if last[f] != t:
                last[f] = t
                follower[made], at[made] = f, at[e]
                made += 1
        begin = end
    starts[len(starts) - 1] = made
    return made


def scan(at, starts, scales, span, fewest, least, rounds, rest, burst, rows):  # noqa: ANN001, ANN201, C901, PLR0912, PLR0917
    """Find the windows in which targets gain far beyond their own rate; return how many.

    `at` holds the times of each target's edges in order, `starts` where each target begins. The window (of `scales`) with the
    largest log likelihood ratio of Kulldorff's scan statistic, less the log of how many such windows there are, is taken out of
    the target's edges, then the next one, `rounds` times at most. Of one scale the fullest window has the largest ratio, so a window
    slides on and only ever grows. `burst` gets each edge's window or -1, `rows` one line a window: target, first and last time,
    edges, the target's edges then left, and the score. `rest` is room for one target's edges and their times.
    """
    made = 0
    for target in range(len(starts) - 1):
        left = starts[target + 1] - starts[target]
        for i in range(left):
            rest[0, i], rest[1, i] = starts[target] + i, at[starts[target] + i]
        for _ in range(rounds):
            best, low, high = least, -1, -1
            for scale in scales:
                share, a, end = scale / span, 0, -1
                for b in range(fewest - 1, left):
                    if rest[1, b] - rest[1, a] < scale:
                        end = b
                    else:
                        a += 1
                most = left - a
                if end >= 0 and most > left * share:
                    score = most * math.log(most / (left * share)) - math.log(2 * span / scale)
                    if most < left:
                        score += (left - most) * math.log((left - most) / (left * (1 - share)))
                    if score > best:
                        best, low, high = score, end - most + 1, end
            if low < 0:
                break
            for i in range(low, high + 1):
                burst[rest[0, i]] = made
            rows[made, 0], rows[made, 1], rows[made, 2] = target, rest[1, low], rest[1, high]
            rows[made, 3], rows[made, 4], rows[made, 5] = high + 1 - low, left, best
            made += 1
            for i in range(high + 1, left):
                rest[0, low + i - high - 1], rest[1, low + i - high - 1] = rest[0, i], rest[1, i]
            left -= high + 1 - low
            if made == len(rows):
                return made
    return made


def order(burst, number, room, edge) -> None:  # noqa: ANN001
    """Write the edges of each burst that has a number, in order of these. `room` starts where each one's edges begin."""
    for e in range(len(burst)):
        if burst[e] >= 0 and number[burst[e]] >= 0:
            which = number[burst[e]]
            edge[room[which]] = e
            room[which] += 1


def sketch(member, starts, bands, last, left, right):  # noqa: ANN001, ANN201
    """Write pairs of sets that share the least hash of a band; return how many.

    `member` holds the sets one after another, `starts` where each begins. A band is one hash: sets that overlap by a tenth meet in
    some band, and of the sets that meet in one, each is paired with the one before. `last` is room for one number a member.
    """
    made = 0
    for band in bands:
        last[:] = -1
        for one in range(len(starts) - 1):
            least = 1 << 62
            for i in range(starts[one], starts[one + 1]):
                f = member[i]
                h = ((f + 1) * 0x9E3779B1 + band) & 0x3FFFFFFF
                h = ((h ^ (h >> 15)) * 0x2C1B3C6D) & 0x3FFFFFFF
                h = ((h ^ (h >> 12)) * 0x297A2D39) & 0x3FFFFFFF
                least = min(least, ((h ^ (h >> 15)) << 31) | f)
            if starts[one] < starts[one + 1]:
                found = least & 0x7FFFFFFF
                if last[found] >= 0:
                    left[made], right[made] = last[found], one
                    made += 1
                last[found] = one
    return made


def overlaps(member, when, starts, left, right, mark, common, abreast):  # noqa: ANN001, ANN201
    """Count what two sets have in common, and how closely its times go together, for pairs in order of `left`.

    `when` holds the time at which each member came, in standard deviations of its set; `abreast` gets the correlation of the two
    times over the common members. `mark` is room for one number a member.
    """
    mark[:] = -1
    before = -1
    for p in range(len(left)):
        if left[p] != before:
            before = left[p]
            for i in range(starts[before], starts[before + 1]):
                mark[member[i]] = i
        many, sx, sy, xx, yy, xy = 0, 0.0, 0.0, 0.0, 0.0, 0.0
        for i in range(starts[right[p]], starts[right[p] + 1]):
            j = mark[member[i]]
            if j >= starts[before]:
                x, y = float(when[j]), float(when[i])
                many += 1
                sx, sy, xx, yy, xy = sx + x, sy + y, xx + x * x, yy + y * y, xy + x * y
        common[p] = many
        across = (many * xx - sx * sx) * (many * yy - sy * sy)
        if across > 0:
            abreast[p] = (many * xy - sx * sy) / math.sqrt(across)


def degrees(one, other, weight, sizes, sums):  # noqa: ANN001, ANN201
    """Count the edges of each node, and add up their weights for those that `one` names; an edge weighs what its `other` does."""
    for e in range(len(one)):
        a, b = one[e], other[e]
        sizes[a] += 1
        sizes[b] += 1
        sums[a] += weight[b]


def tally(numbers, many):  # noqa: ANN001, ANN201
    """Count each number."""
    for e in range(len(numbers)):
        many[numbers[e]] += 1


def hold(one, other, good, counts):  # noqa: ANN001, ANN201
    """Count for each `one` its memberships whose `other` is good."""
    for e in range(len(one)):
        counts[one[e]] += good[other[e]]


def weigh(follower, target, weight, rows):  # noqa: ANN001, ANN201
    """Add the weight of each edge, which is its target's, to its follower."""
    for e in range(len(follower)):
        rows[follower[e]] += weight[target[e]]


def rename(numbers, names):  # noqa: ANN001, ANN201
    """Put its name in place of each number."""
    for e in range(len(numbers)):
        numbers[e] = names[numbers[e]]


def sift(follower, target, keep_row, keep_column, rows, columns):  # noqa: ANN001, ANN201
    """Write the edges between kept ends to `rows` and `columns`, which may be the edges' own arrays; return how many.

    Every edge is written, and the next one over it unless it is kept: a branch that is hard to foresee costs more.
    """
    made = 0
    for e in range(len(follower)):
        f, t = follower[e], target[e]
        rows[made], columns[made] = f, t
        made += keep_row[f] & keep_column[t]
    return made


def adjoin(one, other, room, near):  # noqa: ANN001, ANN201
    """Write each node's neighbours one after another. `room` starts where each node's begin, and ends where they end."""
    for e in range(len(one)):
        a, b = one[e], other[e]
        near[room[a]] = b
        near[room[b]] = a
        room[a] += 1
        room[b] += 1


def erode(starts, other, weight, sums, mark, step, queue, withstood):  # noqa: ANN001, ANN201, C901
    """Remove nodes that add less than a mark, and those that then do, until none does; then raise the mark, till nothing is left.

    The next mark is `step` times the last, or the best mean so far where that is more. Nodes get the last mark that they
    `withstood`, or 0; `sums` go down to -1. Returns the best mean at any of the marks.
    """
    nodes, best, passed = len(starts) - 1, 0.0, 0.0
    while True:
        waiting = 0
        for node in range(nodes):
            if 0 <= sums[node] < mark:
                queue[waiting] = node
                waiting += 1
                sums[node] = -1
                withstood[node] = passed
        done = 0
        while done < waiting:
            node = queue[done]
            done += 1
            for e in range(starts[node], starts[node + 1]):
                near = other[e]
                if sums[near] >= 0:
                    sums[near] -= max(weight[node], weight[near])
                    if sums[near] < mark:
                        queue[waiting] = near
                        waiting += 1
                        sums[near] = -1
                        withstood[near] = passed
        left, total = 0, 0
        for node in range(nodes):
            if sums[node] >= 0:
                left += 1
                total += sums[node]
        if left == 0:
            return best
        best = max(best, total / 2 / left)
        passed, mark = mark, max(mark * step, best)


def peel(starts, other, rows, weight, sums, few, many, bits, order):  # noqa: ANN001, ANN201, C901, PLR0917
    """Remove the node that adds least, again and again; return how many were gone when the mean was best, and that mean.

    Nodes are rows, then columns; `other` holds each node's neighbours, `weight` is that of a column's edges (0 for rows), `sums`
    what nodes add. `few` holds the least of each 2**`bits` of them, `many` the least of as many of these: what is added only
    falls, so that minima are set at once, and only a removal looks for the next. Ties fall to rows and to the least number.
    `order` gets the nodes as they go.
    """
    nodes, wide = len(starts) - 1, 1 << bits
    never = 1 << 62
    total = 0
    for node in range(rows):
        total += sums[node]
    best, kept = total / nodes, 0
    for gone in range(nodes):
        top = 0
        for i in range(len(many)):
            if many[i] < many[top]:
                top = i
        part = top * wide
        while few[part] > many[top]:
            part += 1
        node = part * wide
        while sums[node] > few[part]:
            node += 1
        total -= sums[node]
        order[gone] = node
        sums[node] = never
        least = never
        for i in range(part * wide, min(part * wide + wide, nodes)):
            least = min(least, sums[i])
        few[part] = least
        least = never
        for i in range(top * wide, min(top * wide + wide, len(few))):
            least = min(least, few[i])
        many[top] = least
        for e in range(starts[node], starts[node + 1]):
            i = other[e]
            if sums[i] < never:
                left = sums[i] - max(weight[node], weight[i])
                sums[i] = left
                if left < few[i >> bits]:
                    few[i >> bits] = left
                    many[i >> bits + bits] = min(many[i >> bits + bits], left)
        left = nodes - gone - 1
        if left > 0 and total / left > best:
            best, kept = total / left, gone + 1
    return kept, best
