package dev.entrepot.bench.audience;

import dev.entrepot.cleanroomsml.lookalike.Interactions;
import dev.entrepot.cleanroomsml.lookalike.LookalikeModel;
import dev.entrepot.cleanroomsml.lookalike.Methods;
import dev.entrepot.cleanroomsml.lookalike.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares ways to rank users, on 24 audiences of the data in a directory: those who met an item that nothing else tells of. */
public final class AudienceRun {
    private static final int AUDIENCES = 24;
    private static final int FEWEST = 80;
    private static final int FEW_SEEDS = 25;

    private AudienceRun() {}

    /** @param directory with MovieLens', Gowalla's or other interactions, see {@link InteractionFile} */
    public static void main(String[] directory) {
        var visitors = new TreeMap<String, Set<String>>();
        var users = new HashSet<String>();
        InteractionFile.read(Path.of(directory[0]), (user, item) -> {
            visitors.computeIfAbsent(item, _ -> new TreeSet<>()).add(user);
            users.add(user);
        });
        List<String> hidden = hidden(visitors, users.size());
        if (hidden.isEmpty()) {
            System.out.println("  no known file, or no item with so many users that they can be an audience");
            return;
        }
        var interactions = new Interactions();
        visitors.forEach((item, met) -> {
            if (!hidden.contains(item)) {
                met.forEach(user -> interactions.add(user, item, 0));
            }
        });
        var model = LookalikeModel.train(interactions.finish(), TrainingSettings.seeded(1), _ -> {});
        var methods = new Methods(model);
        System.out.printf("  %,d users, %d audiences hidden%n", model.users(), hidden.size());
        print("half of the audience are seeds", methods, hidden, visitors, Integer.MAX_VALUE);
        print(FEW_SEEDS + " seeds", methods, hidden, visitors, FEW_SEEDS);
    }

    /** Items with enough users for seeds and for those to be found, and not so many that nothing is to be told. */
    private static List<String> hidden(Map<String, Set<String>> visitors, int users) {
        var items = new ArrayList<String>();
        visitors.forEach((item, met) -> {
            if (met.size() >= FEWEST && met.size() <= 0.4 * users) {
                items.add(item);
            }
        });
        Collections.shuffle(items, new Random(1));
        // A data set of few items would be left with none.
        return items.subList(0, Math.min(Math.min(AUDIENCES, items.size()), visitors.size() / 8));
    }

    private static void print(
            String title, Methods methods, List<String> items, Map<String, Set<String>> visitors, int mostSeeds) {
        var hits = new LinkedHashMap<String, List<Hits>>();
        for (String item : items) {
            List<Integer> audience = visitors.get(item).stream()
                    .map(methods::user)
                    .filter(user -> user >= 0)
                    .collect(Collectors.toList());
            Collections.shuffle(audience, new Random(1));
            int count = Math.min(mostSeeds, audience.size() / 2);
            int[] seeds = users(audience.subList(0, count)).toArray();
            BitSet hidden = set(audience.subList(count, audience.size()));
            methods.scores(seeds)
                    .forEach((method, scores) -> hits.computeIfAbsent(method, _ -> new ArrayList<>())
                            .add(Hits.of(scores, set(audience.subList(0, count)), hidden)));
        }
        System.out.printf("  %-32s %6s %6s %6s %6s%n", title, "AUC", "R@1", "R@5", "R@20");
        hits.forEach((method, each) -> System.out.printf("    %-30s %s%n", method, Hits.means(each)));
    }

    private static IntStream users(List<Integer> users) {
        return users.stream().mapToInt(user -> user).sorted();
    }

    private static BitSet set(List<Integer> users) {
        var set = new BitSet();
        users(users).forEach(set::set);
        return set;
    }
}
