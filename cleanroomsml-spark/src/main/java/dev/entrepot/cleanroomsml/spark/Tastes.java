package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Factors;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Vectors of users by MLlib's alternating least squares. */
final class Tastes {
    private static final StructType MEETING = new StructType()
            .add("user", DataTypes.IntegerType)
            .add("item", DataTypes.IntegerType)
            .add("rating", DataTypes.FloatType);
    private static final int EPOCHS = 12;

    private Tastes() {}

    static float[] of(SparkSession spark, Rows met, Factors factors) {
        Dataset<Row> meetings = spark.createDataFrame(Pieces.of(spark, met).flatMap(Tastes::meetings), MEETING);
        int blocks = Math.max(2, spark.sparkContext().defaultParallelism());
        var als = new ALS()
                .setImplicitPrefs(true)
                .setUserCol("user")
                .setItemCol("item")
                .setRatingCol("rating")
                .setRank(factors.width())
                .setMaxIter(EPOCHS)
                .setSeed(factors.seed())
                .setAlpha(1 / factors.unobserved())
                .setRegParam(regularisation(met, factors))
                .setNumUserBlocks(blocks)
                .setNumItemBlocks(blocks);
        float[] tastes = new float[Math.multiplyExact(met.size(), factors.width())];
        Iterator<Row> vectors = als.fit(meetings).userFactors().toLocalIterator();
        while (vectors.hasNext()) {
            Row row = vectors.next();
            int place = row.getInt(0) * factors.width();
            for (float value : row.<Float>getList(1)) {
                tastes[place++] = value;
            }
        }
        return tastes;
    }

    /**
     * MLlib counts what was not observed 1 and divides all else by its weight, and makes vectors small in proportion to what was observed
     * alone. This is what the whole comes to where a row has as many meetings as the mean row.
     */
    private static double regularisation(Rows met, Factors factors) {
        return Factors.REGULARISATION / factors.unobserved() * (1 + factors.unobserved() / met.density());
    }

    private static Iterator<Row> meetings(Piece piece) {
        return IntStream.range(0, piece.size())
                .boxed()
                .flatMap(row -> IntStream.range(piece.starts()[row], piece.starts()[row + 1])
                        .mapToObj(cell -> RowFactory.create(piece.first() + row, piece.column()[cell], 1f)))
                .iterator();
    }
}
