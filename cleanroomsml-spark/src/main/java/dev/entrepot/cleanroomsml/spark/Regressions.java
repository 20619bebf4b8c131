package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Regression;
import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Logistic regression by MLlib. */
final class Regressions {
    private static final StructType EXAMPLE = new StructType()
            .add("label", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_STEPS = 200;

    /** More than a piece has: every step of a solution is a stage of its own. */
    private static final int CELLS_A_TASK = 500_000;

    private Regressions() {}

    static double[] weights(SparkSession spark, Regression regression) {
        Rows seeds = regression.seeds();
        Rows others = regression.others();
        JavaRDD<Row> examples =
                examples(spark, seeds, 1, 1).union(examples(spark, others, 0, (double) seeds.size() / others.size()));
        var model = new LogisticRegression()
                .setWeightCol("weight")
                .setStandardization(false)
                // The loss is a mean here: of the seeds' weight and of as much again for the others.
                .setRegParam(1 / (regression.cost() * 2 * seeds.size()))
                .setTol(TOLERANCE)
                .setMaxIter(MOST_STEPS)
                .fit(spark.createDataFrame(examples, EXAMPLE));
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), seeds.columns() + 1);
        weights[seeds.columns()] = model.intercept();
        return weights;
    }

    private static JavaRDD<Row> examples(SparkSession spark, Rows rows, double label, double weight) {
        return Pieces.of(JavaSparkContext.fromSparkContext(spark.sparkContext()), rows, CELLS_A_TASK)
                .flatMap(piece -> examples(piece.rows(), label, weight));
    }

    private static Iterator<Row> examples(Rows rows, double label, double weight) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> RowFactory.create(label, weight, vector(rows, row)))
                .iterator();
    }

    private static Vector vector(Rows rows, int row) {
        int from = rows.starts()[row];
        int to = rows.starts()[row + 1];
        double[] values = new double[to - from];
        Arrays.setAll(values, cell -> rows.value()[from + cell]);
        return Vectors.sparse(rows.columns(), Arrays.copyOfRange(rows.column(), from, to), values)
                .compressed();
    }
}
