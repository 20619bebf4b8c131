package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.Gram;
import dev.entrepot.cleanroomsml.lookalike.ImplicitAls;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A side whose rows lie on the executors, and whose vectors are sent to all of them whenever they have changed. So a task that is lost
 * can run again anywhere, and nothing has to be remembered of how vectors came about.
 */
final class ClusterSide implements ImplicitAls.Side<ClusterSide>, AutoCloseable {
    private static final int CELLS_A_TASK = 100_000;

    private final JavaSparkContext spark;
    private final JavaRDD<Piece> pieces;
    private final Factors factors;
    private Broadcast<float[]> vectors;

    /** @param rows only which cells there are matters */
    ClusterSide(JavaSparkContext spark, Rows rows, float[] vectors, Factors factors) {
        this.spark = spark;
        this.factors = factors;
        var cells = new Rows(rows.columns(), rows.starts(), rows.column(), new float[0]);
        this.pieces = Pieces.of(spark, cells, CELLS_A_TASK).persist(StorageLevel.MEMORY_AND_DISK());
        this.vectors = spark.broadcast(vectors);
    }

    @Override
    public void improve(ClusterSide other) {
        float[] improved = new float[vectors.value().length];
        for (Tuple2<Integer, float[]> some : improved(pieces, vectors, other.vectors, factors, other.gram())) {
            System.arraycopy(some._2(), 0, improved, some._1() * factors.width(), some._2().length);
        }
        vectors.destroy();
        vectors = spark.broadcast(improved);
    }

    private static List<Tuple2<Integer, float[]>> improved(
            JavaRDD<Piece> pieces,
            Broadcast<float[]> vectors,
            Broadcast<float[]> others,
            Factors factors,
            float[] gram) {
        return pieces.map(piece ->
                        new Tuple2<>(piece.first(), piece.improved(vectors.value(), others.value(), factors, gram)))
                .collect();
    }

    private float[] gram() {
        List<Integer> numbers = IntStream.range(0, Gram.PIECES).boxed().toList();
        return Gram.sum(sums(spark.parallelize(numbers), vectors, factors.width()), factors);
    }

    private static List<double[]> sums(JavaRDD<Integer> numbers, Broadcast<float[]> vectors, int width) {
        return numbers.map(number -> Gram.piece(vectors.value(), width, number)).collect();
    }

    float[] vectors() {
        return vectors.value();
    }

    @Override
    public void close() {
        pieces.unpersist(false);
        vectors.destroy();
    }
}
