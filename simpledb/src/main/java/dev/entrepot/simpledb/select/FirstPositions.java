package dev.entrepot.simpledb.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few of any number of positions. */
final class FirstPositions {
    private final Comparator<Position> order;
    private final int number;
    private final PriorityQueue<Position> lastOnTop;

    FirstPositions(Comparator<Position> order, int number) {
        this.order = order;
        this.number = number;
        this.lastOnTop = new PriorityQueue<>(order.reversed());
    }

    void add(Position position) {
        lastOnTop.add(position);
        if (lastOnTop.size() > number) {
            lastOnTop.remove();
        }
    }

    List<Position> sorted() {
        var sorted = new ArrayList<>(lastOnTop);
        sorted.sort(order);
        return sorted;
    }
}
