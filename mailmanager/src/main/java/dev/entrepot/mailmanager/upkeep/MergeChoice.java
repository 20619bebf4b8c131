package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.mailmanager.pack.PackRow;
import dev.entrepot.mailmanager.pack.Packs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses packs to be written anew as one. Packs are of a size when they differ by less than eight times; eight of a size and
 * month make one that is mostly of the next, so a message is moved few times in its life. One that is mostly dead goes alone.
 */
final class MergeChoice {
    private static final int ENOUGH = 8;
    private static final long SMALLEST = 64 << 10;
    private static final long LARGEST = 16 << 20;

    private MergeChoice() {}

    private record Size(int month, int tier) implements Comparable<Size> {
        @Override
        public int compareTo(Size other) {
            return month != other.month ? Integer.compare(month, other.month) : Integer.compare(tier, other.tier);
        }
    }

    /** Groups of packs, each to become one. */
    static List<List<PackRow>> of(List<PackRow> packs) {
        Map<Size, List<PackRow>> sizes = new TreeMap<>();
        List<List<PackRow>> chosen = new ArrayList<>();
        for (PackRow pack : packs) {
            if (pack.messages() == 0) {
                continue; // the sweep's
            }
            if (pack.isMostlyDead()) {
                chosen.add(List.of(pack));
            } else if (pack.bytes() < LARGEST) {
                sizes.computeIfAbsent(new Size(pack.month(), tier(pack.bytes())), size -> new ArrayList<>())
                        .add(pack);
            }
        }
        sizes.values().forEach(size -> chosen.addAll(filled(size)));
        return chosen;
    }

    private static int tier(long bytes) {
        int tier = 0;
        for (long bound = SMALLEST; bytes >= bound; bound *= ENOUGH) {
            tier++;
        }
        return tier;
    }

    /** As many as fit into a pack; too few wait for more. */
    private static List<List<PackRow>> filled(List<PackRow> packs) {
        List<List<PackRow>> groups = new ArrayList<>();
        List<PackRow> group = new ArrayList<>();
        long room = Packs.MOST_BYTES;
        for (PackRow pack : packs) {
            if (pack.live() > room) {
                if (group.size() > 1) {
                    groups.add(group);
                }
                group = new ArrayList<>();
                room = Packs.MOST_BYTES;
            }
            group.add(pack);
            room -= pack.live();
        }
        if (group.size() >= ENOUGH) {
            groups.add(group);
        }
        return groups;
    }
}
