package dev.entrepot.cleanroomsml.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A model is used weeks after it was stored. It must be the same one, or be refused. */
class StoredFormTest {
    private static final LookalikeModel MODEL = Blocks.model();
    private static final byte[] STORED_MODEL = bytes(MODEL);
    private static final Ranking RANKING = rank(MODEL);
    private static final byte[] STORED_RANKING = bytes(RANKING);

    @Test
    void aModelThatWasReadRanksAsTheOneThatWasWritten() {
        LookalikeModel read = LookalikeModel.read(new ByteArrayInputStream(STORED_MODEL));
        assertThat(read.users()).isEqualTo(300);
        assertThat(bytes(rank(read))).isEqualTo(STORED_RANKING);
        assertThat(bytes(read)).isEqualTo(STORED_MODEL);
    }

    @Test
    void aRankingThatWasReadIsTheOneThatWasWritten() {
        Ranking read = Ranking.read(new ByteArrayInputStream(STORED_RANKING));
        assertThat(read.metrics()).isEqualTo(RANKING.metrics());
        assertThat(read.users()).isEqualTo(300);
        for (boolean seeds : new boolean[] {true, false}) {
            assertThat(read.audience(Size.percentage(100), seeds))
                    .isEqualTo(RANKING.audience(Size.percentage(100), seeds).toList());
        }
    }

    @Test
    void whatWasCutShortOrGoesOnIsRefused() {
        for (int length = 0; length < STORED_RANKING.length; length++) {
            refused(Arrays.copyOf(STORED_RANKING, length), Ranking::read);
        }
        refused(Arrays.copyOf(STORED_RANKING, STORED_RANKING.length + 1), Ranking::read);
        refused(Arrays.copyOf(STORED_MODEL, STORED_MODEL.length - 1), LookalikeModel::read);
        refused(Arrays.copyOf(STORED_MODEL, STORED_MODEL.length + 1), LookalikeModel::read);
    }

    @Test
    void aFlippedBitIsNoticed() {
        for (int place = 0; place < STORED_RANKING.length; place++) {
            refused(flipped(STORED_RANKING, place), Ranking::read);
        }
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            refused(flipped(STORED_MODEL, random.nextInt(STORED_MODEL.length)), LookalikeModel::read);
        }
    }

    @Test
    void aRankingIsNoModel() {
        refused(STORED_RANKING, LookalikeModel::read);
        refused(STORED_MODEL, Ranking::read);
    }

    private static void refused(byte[] bytes, Consumer<ByteArrayInputStream> reader) {
        assertThatThrownBy(() -> reader.accept(new ByteArrayInputStream(bytes)))
                .isInstanceOf(CorruptFileException.class);
    }

    private static byte[] flipped(byte[] bytes, int place) {
        byte[] flipped = bytes.clone();
        flipped[place] ^= (byte) (1 << place % 8);
        return flipped;
    }

    private static Ranking rank(LookalikeModel model) {
        var sizes = List.of(Size.percentage(10), Size.absolute(50), Size.absolute(7));
        return model.rank(model.match(Blocks.ALIKE.subList(0, 30)), new RankingSettings(sizes, 1, "model"), _ -> {});
    }

    private static byte[] bytes(LookalikeModel model) {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static byte[] bytes(Ranking ranking) {
        var out = new ByteArrayOutputStream();
        ranking.write(out);
        return out.toByteArray();
    }
}
