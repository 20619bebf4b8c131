package dev.entrepot.cleanroomsml.lookalike;

/**
 * A side in this process.
 *
 * @param vectors row after row
 */
record LocalSide(Rows rows, float[] vectors, Factors factors) implements ImplicitAls.Side<LocalSide> {
    @Override
    public void improve(LocalSide other) {
        var squares = new LeastSquares(rows, other.vectors, factors, Gram.of(other.vectors, factors));
        Parallel.forPieces(rows.size(), (from, to) -> squares.improve(vectors, from, to));
    }
}
