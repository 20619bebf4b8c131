package dev.entrepot.cleanroomsml.lookalike;

/** One column's categories as they arrive, by interaction. */
final class CategoryColumn {
    private final String name;
    private final Dictionary dictionary = new Dictionary();
    private final IntList values = new IntList();
    /** Where each interaction's values begin; short of those after the last that has one. */
    private final IntList starts = new IntList();

    CategoryColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(int row, String value) {
        while (starts.size() <= row) {
            starts.add(values.size());
        }
        values.add(dictionary.number(value));
    }

    Ids values() {
        return dictionary.ids();
    }

    int start(int row) {
        return row < starts.size() ? starts.get(row) : values.size();
    }

    int value(int place) {
        return values.get(place);
    }
}
