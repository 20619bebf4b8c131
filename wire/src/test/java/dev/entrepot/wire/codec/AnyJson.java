package dev.entrepot.wire.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;

/** JSON of every kind, with blanks wherever they may stand; about half of it is then broken in a few places. */
record AnyJson(Random random) {
    private static final String[] NUMBERS =
            ("0 -0 1 -12 2147483648 -9223372036854775808 9223372036854775808 0.5 -1.25e3 1E+2 5e-324 1e309"
                            + " 0.1e-7 123456789012345678901234567890 3.141592653589793238")
                    .split(" ");
    private static final String[] TEXTS =
            "a|eight888|\\n|\\\"|\\\\|\\/|\\u0041|\\u00E9|\\ud83d\\ude00|ß|€|😀|\\b\\f\\r\\t|~\u007f|more than eight bytes, and twice"
                    .split("\\|");
    private static final String[] SPLINTERS =
            ("{|}|[|]|,|:|\"|\\|\\u|\\ud800|\\udc00|\\x|0|-|+|.|e|E9|null|nul|true|TRUE|false| |\t|\r\n|\f|\u0000|\u001f|//|/**/|#|'|NaN"
                            + "|\ufeff|\u00a0|01|1.|\"a\":|,,")
                    .split("\\|");

    /** The same bytes for the same seed. */
    static byte[] of(int seed) {
        var any = new AnyJson(new Random(seed));
        byte[] json = any.value(0).getBytes(StandardCharsets.UTF_8);
        for (int wounds = any.random.nextInt(3); wounds > 0; wounds--) {
            json = any.broken(json);
        }
        return json;
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> pick("null", "true", "false");
            case 1 -> pick(NUMBERS);
            case 2, 3 -> text();
            case 4 -> "[" + elements(depth, false) + "]";
            default -> "{" + elements(depth, true) + "}";
        };
    }

    private String elements(int depth, boolean named) {
        var all = new ArrayList<String>();
        for (int left = random.nextInt(5); left > 0; left--) {
            String name = named ? text() + blank() + ":" + blank() : "";
            all.add(blank() + name + value(depth + 1) + blank());
        }
        return all.isEmpty() ? blank() : String.join(",", all);
    }

    private String text() {
        var text = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            text.append(pick(TEXTS));
        }
        return "\"" + text + "\"";
    }

    private String blank() {
        return random.nextInt(4) > 0 ? "" : pick(" ", "\n", "\t\r", "  ");
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** With something put in somewhere, in place of some bytes or between them. */
    private byte[] broken(byte[] json) {
        int at = random.nextInt(json.length + 1);
        int from = Math.min(json.length, at + random.nextInt(4));
        var broken = new ByteArrayOutputStream();
        broken.write(json, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> broken.write(random.nextInt(256));
            default -> broken.writeBytes(pick(SPLINTERS).getBytes(StandardCharsets.UTF_8));
        }
        broken.write(json, from, json.length - from);
        return broken.toByteArray();
    }
}
