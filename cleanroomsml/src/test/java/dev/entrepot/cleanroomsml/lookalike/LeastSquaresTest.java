package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss is a bowl in each row's vector. At its bottom no direction leads down, which is checked against the loss written out. */
class LeastSquaresTest {
    private static final int WIDTH = 6;
    private static final int OTHERS = 300;
    private static final double UNOBSERVED = 0.1;
    private static final Factors FACTORS = new Factors(WIDTH, UNOBSERVED, 1);
    private static final double RIDGE = 0.005;

    @Test
    void manyStepsLeadToTheLeastLoss() {
        var random = new Random(1);
        float[] others = new float[OTHERS * WIDTH];
        for (int at = 0; at < others.length; at++) {
            others[at] = (float) random.nextGaussian();
        }
        var rows = new Rows(
                OTHERS, new int[] {0, 3, 3, 43}, random.ints(43, 0, OTHERS).toArray(), new float[0]);
        float[] vectors = new float[3 * WIDTH];
        for (int round = 0; round < 20; round++) {
            new LeastSquares(rows, others, FACTORS, Gram.of(others, FACTORS)).improve(vectors, 0, 3);
        }
        for (int row = 0; row < 3; row++) {
            double least = loss(rows, row, others, vectors);
            for (int k = 0; k < WIDTH; k++) {
                for (float step : new float[] {0.01f, -0.01f}) {
                    float[] moved = vectors.clone();
                    moved[row * WIDTH + k] += step;
                    assertThat(loss(rows, row, others, moved)).isGreaterThan(least);
                }
            }
        }
        assertThat(loss(rows, 1, others, vectors)).isCloseTo(0, within(1e-9)); // it met nothing: the zero vector
    }

    private static double loss(Rows rows, int row, float[] others, float[] vectors) {
        double squares = 0;
        for (int k = 0; k < WIDTH; k++) {
            squares += vectors[row * WIDTH + k] * vectors[row * WIDTH + k];
        }
        int count = rows.starts()[row + 1] - rows.starts()[row];
        double loss = RIDGE * (count + UNOBSERVED * OTHERS) * squares;
        for (int cell = rows.starts()[row]; cell < rows.starts()[row + 1]; cell++) {
            double product = product(others, rows.column()[cell], vectors, row);
            loss += (1 - product) * (1 - product);
        }
        for (int other = 0; other < OTHERS; other++) {
            double product = product(others, other, vectors, row);
            loss += UNOBSERVED * product * product;
        }
        return loss;
    }

    private static double product(float[] others, int other, float[] vectors, int row) {
        double sum = 0;
        for (int k = 0; k < WIDTH; k++) {
            sum += others[other * WIDTH + k] * vectors[row * WIDTH + k];
        }
        return sum;
    }
}
