package dev.entrepot.cleanroomsml.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.lookalike.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A matrix goes to the executors in pieces; a row that is lost or cut would be a user whom nobody finds. */
class PiecesTest {
    private static final Rows ROWS = new Rows(
            9, new int[] {0, 2, 2, 7, 8}, new int[] {3, 4, 0, 1, 2, 5, 8, 6}, new float[] {1, 2, 3, 4, 5, 6, 7, 8});

    @Test
    void everyRowIsInOnePieceWhole() {
        for (int cells = 1; cells <= 9; cells++) {
            List<Piece> pieces = Pieces.cut(ROWS, cells);
            int row = 0;
            for (Piece piece : pieces) {
                assertThat(piece.first()).isEqualTo(row);
                for (int next = 0; next < piece.rows().size(); next++, row++) {
                    assertThat(cells(piece.rows(), next)).isEqualTo(cells(ROWS, row));
                }
            }
            assertThat(row).isEqualTo(ROWS.size());
        }
    }

    @Test
    void aPieceHasNoMoreCellsThanWantedUnlessOneRowHas() {
        assertThat(Pieces.cut(ROWS, 3)).extracting(piece -> piece.rows().size()).containsExactly(2, 1, 1);
        assertThat(Pieces.cut(ROWS, 100))
                .extracting(piece -> piece.rows().size())
                .containsExactly(4);
    }

    private static List<String> cells(Rows rows, int row) {
        return IntStream.range(rows.starts()[row], rows.starts()[row + 1])
                .mapToObj(cell -> rows.column()[cell] + " " + rows.value()[cell])
                .toList();
    }
}
