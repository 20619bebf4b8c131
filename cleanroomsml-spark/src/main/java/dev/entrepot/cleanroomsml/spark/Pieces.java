package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A matrix on the cluster. */
final class Pieces {
    /** Fewer are not worth a task; of more, four megabytes, a task becomes unwieldy, since a piece travels with it. */
    private static final int FEWEST_CELLS = 100_000;

    private static final int MOST_CELLS = 500_000;

    private Pieces() {}

    static JavaRDD<Piece> of(SparkSession spark, Rows rows) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int cells =
                Math.clamp(Math.ceilDiv(rows.column().length, context.defaultParallelism()), FEWEST_CELLS, MOST_CELLS);
        List<Piece> pieces = cut(rows, cells);
        return context.parallelize(pieces, pieces.size());
    }

    static List<Piece> cut(Rows rows, int cells) {
        var pieces = new ArrayList<Piece>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size() && rows.starts()[to + 1] - rows.starts()[from] <= cells) {
                to++;
            }
            pieces.add(Piece.of(rows, from, to));
        }
        return pieces;
    }
}
