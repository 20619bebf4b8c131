package dev.entrepot.mailmanager.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows must be readable for as long as archives live, by every version of the program that comes. */
class DocumentCompressionTest {
    // Written by the first version that compressed. Should this fail, the dictionary was changed instead of getting a
    // successor.
    @Test
    void whatWasStoredOnceIsStillRead() throws IOException {
        byte[] stored = HexFormat.of()
                .parseHex(
                        "016088000d05000285121780270fd818bc133c03e8a82b69988870b4cb33a41359d13d5069e93c6c819a39ac110a807d"
                                + "71cb20a308dad08146f56584f2112f57a55f13ecac209dcb3d97d63dc6cea4b8217eda741e00bfcb016407b452a82803"
                                + "063635ab9e39c0960580de0401c4cb353c2a6986a70ccac805ff8b006d04c0c80004021a88812410881920e60c7d2060"
                                + "e141278d14ad97a58403ba057253d1824c11c45e376ea180");
        assertThat(DocumentCompression.decompress(stored)).asString().isEqualTo(document("Ada"));
    }

    @Test
    void everyDocumentComesBackAsItWas() throws IOException {
        for (int size : new int[] {0, 1, 100, 5_000, 1_000_000}) {
            byte[] noise = new byte[size];
            new SplittableRandom(size).nextBytes(noise);
            assertThat(DocumentCompression.decompress(DocumentCompression.compress(noise)))
                    .isEqualTo(noise);
        }
    }

    // A small message's row would be as large as its compressed bytes otherwise.
    @Test
    void aTypicalDocumentShrinksToLessThanHalf() {
        byte[] document = document("Grace Brewster Murray Hopper").getBytes(StandardCharsets.US_ASCII);
        assertThat(DocumentCompression.compress(document)).hasSizeLessThan(document.length / 2);
    }

    @Test
    void damageIsToldOf() {
        byte[] stored = DocumentCompression.compress(document("Ada").getBytes(StandardCharsets.US_ASCII));
        for (byte[] damaged : new byte[][] {{}, {1}, {'{', '}'}, {2, 0, 0, 0}}) {
            assertThatThrownBy(() -> DocumentCompression.decompress(damaged)).isInstanceOf(IOException.class);
        }
        stored[0] = 9;
        assertThatThrownBy(() -> DocumentCompression.decompress(stored)).isInstanceOf(IOException.class);
    }

    private static String document(String name) {
        return """
                {"Date":"Tue, 13 Aug 2024 14:03:20 +0100","From":"%1$s <ada@example.org>","To":"users@lists.example.net",\
                "Subject":"Re: engines","MessageId":"<5181@mail.example.org>","ReceivedHeaders":["from mail.example.org \
                (mail.example.org [192.0.2.1]) by lists.example.net (Postfix) with ESMTP id 7FECA43C56 for \
                <users@lists.example.net>; Tue, 13 Aug 2024 14:03:21 +0100"],"ReceivedTimeSource":"Received"}""".formatted(name);
    }
}
