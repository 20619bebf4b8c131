package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** A matrix on the cluster. */
final class Pieces {
    /** Less than a megabyte: a piece travels inside of a task, which Spark wants small. */
    private static final int CELLS = 100_000;

    private Pieces() {}

    /**
     * Shuffled once, so that what is done with the pieces afterwards finds them among the executors; else every stage would be sent all
     * of them anew.
     *
     * @param cells that are worth a task, at least as many as there are in a piece
     */
    static JavaRDD<Piece> of(JavaSparkContext spark, Rows rows, int cells) {
        List<Piece> pieces = cut(rows, CELLS);
        List<Tuple2<Integer, Piece>> numbered = IntStream.range(0, pieces.size())
                .mapToObj(number -> new Tuple2<>(number, pieces.get(number)))
                .toList();
        int partitions = Math.ceilDiv(pieces.size(), cells / CELLS);
        return spark.parallelizePairs(numbered, pieces.size())
                .partitionBy(new HashPartitioner(partitions))
                .values();
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
