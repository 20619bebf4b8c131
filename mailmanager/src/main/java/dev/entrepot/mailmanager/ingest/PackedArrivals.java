package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.pack.WrittenPack;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Arrivals of one month, and the pack that holds their bytes. */
record PackedArrivals(List<ReadArrival> arrivals, WrittenPack pack) {
    /** Divides arrivals among packs: by month, and none too large. */
    static List<List<ReadArrival>> divide(List<ReadArrival> arrivals) {
        var byMonth = new TreeMap<Integer, List<ReadArrival>>();
        for (ReadArrival arrival : arrivals) {
            byMonth.computeIfAbsent(arrival.month(), month -> new ArrayList<>()).add(arrival);
        }
        return byMonth.values().stream()
                .flatMap(month -> bySize(month).stream())
                .toList();
    }

    private static List<List<ReadArrival>> bySize(List<ReadArrival> month) {
        var packs = new ArrayList<List<ReadArrival>>();
        long room = 0;
        for (ReadArrival arrival : month) {
            if (packs.isEmpty() || arrival.size() > room) {
                packs.add(new ArrayList<>());
                room = Packs.MOST_BYTES;
            }
            packs.getLast().add(arrival);
            room -= arrival.size();
        }
        return packs;
    }
}
