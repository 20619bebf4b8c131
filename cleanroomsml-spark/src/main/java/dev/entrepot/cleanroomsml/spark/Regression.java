package dev.entrepot.cleanroomsml.spark;

import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
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
final class Regression {
    private static final StructType EXAMPLE = new StructType()
            .add("label", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_STEPS = 200;

    private Regression() {}

    static double[] weights(SparkSession spark, Rows seeds, Rows others, double cost) {
        JavaRDD<Row> examples =
                examples(spark, seeds, 1, 1).union(examples(spark, others, 0, (double) seeds.size() / others.size()));
        var model = new LogisticRegression()
                .setWeightCol("weight")
                .setStandardization(false)
                // The loss is a mean here: of the seeds' weight and of as much again for the others.
                .setRegParam(1 / (cost * 2 * seeds.size()))
                .setTol(TOLERANCE)
                .setMaxIter(MOST_STEPS)
                .fit(spark.createDataFrame(examples, EXAMPLE));
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), seeds.columns() + 1);
        weights[seeds.columns()] = model.intercept();
        return weights;
    }

    private static JavaRDD<Row> examples(SparkSession spark, Rows rows, double label, double weight) {
        int columns = rows.columns();
        return Pieces.of(spark, rows).flatMap(piece -> examples(piece, columns, label, weight));
    }

    private static Iterator<Row> examples(Piece piece, int columns, double label, double weight) {
        return IntStream.range(0, piece.size())
                .mapToObj(row -> RowFactory.create(label, weight, vector(piece, row, columns)))
                .iterator();
    }

    private static Vector vector(Piece piece, int row, int columns) {
        int from = piece.starts()[row];
        int to = piece.starts()[row + 1];
        double[] values = new double[to - from];
        Arrays.setAll(values, cell -> piece.value()[from + cell]);
        return Vectors.sparse(columns, Arrays.copyOfRange(piece.column(), from, to), values);
    }
}
