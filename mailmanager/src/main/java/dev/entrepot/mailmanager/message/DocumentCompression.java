package dev.entrepot.mailmanager.message;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Documents of messages as rows hold them: a byte that names the dictionary, then a Zstandard frame without its magic number. Half of
 * a small message's row is {@code Received} headers, which are much alike in all mail.
 */
final class DocumentCompression {
    private static final int LEVEL = 1;
    private static final byte DICTIONARY_1 = 1;

    /** What mail says again and again, the commonest last. Stored documents need it as it is: another one would be number 2. */
    private static final byte[] WORDS = """
            (peer crosschecked as: [EHLO [IPv6:2a01:4f8: (192.168.1.1) [172.16.0.1] (Exim 4.94.2) with ESMTPSA (using TLSv1.3 \
            with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) \
            server-digest SHA256) (No client certificate requested) (version=TLS1_2 cipher=ECDHE-RSA-AES128-GCM-SHA256 \
            bits=128/128); (Google Transport Security) .outbound.protection.outlook.com (Microsoft SMTP Server \
            (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20. via Frontend Transport; via Mailbox \
            Transport; by mail-.google.com .amazonses.com (Postfix, from userid (qmail invoked by uid (HELO (invoked from \
            network); (Sendmail 8.12 helo= (fetchmail-6.2.5) for (single-drop); by localhost with IMAP with LMTP with HTTP \
            (envelope-from <) -0800 (PST) -0700 (PDT) -0600 (CST) -0500 (EST) -0400 (EDT) +0000 (UTC) +0000 (GMT) +0100 (IST) \
            +0200 (CEST) +0530 +0800 (CST) +0900 (JST) Jan 2020 Feb 2021 Mar 2022 Apr 2023 May 2024 Jun 2025 Jul 2026 Aug \
            Sep Oct Nov Dec 200 199 ","Cc":"undisclosed-recipients:;","XMailer":"Microsoft Outlook Express \
            6.00","XPriority":"3 (Normal)","ToAddresses":["","CcAddresses":["","FromAddresses":[""],"SenderIpAddress":"\
            ","SenderHostname":"","TlsCipherSuite":"TLS_AES_256_GCM_SHA384","TlsProtocol":"TLSv1.3"\
            ,"Envelope":{"Helo":"","From":"","To":["Mon, Tue, Wed, Thu, Fri, Sat, Sun, ","To":"<@gmail.com>\
            ","Subject":"Re: [","MessageId":"<@mail.gmail.com>","InReplyTo":"<\
            ","ReceivedHeaders":["from localhost (localhost.localdomain [127.0.0.1]) by mail.example.com (Postfix) with ESMTP \
            id for <@localhost>; ","from mx.net (mail.org [10.0.0.1]) by lists.net (8.11.6/8.11.6) with ESMTP id \
            ","from .com ([ ","by .com with SMTP id ; "],"ReceivedTimeSource":"Received"}\
            {"Date":"Mon, 01 Jan 2024 10:00:00 +0000","From":"\\"\
            """.getBytes(StandardCharsets.US_ASCII);

    /**
     * How often what comes in documents: the head that {@code ZDICT_finalizeDictionary} puts before those words. Without it each
     * document would bear such tables itself, which takes a tenth of its size and nearly half of the time.
     */
    private static final byte[] FREQUENCIES = Base64.getDecoder()
            .decode(
                    "N6Qw7AEAAAA9ELDaNgcwDMMwDMMwDMMwQHfgk5U7tsjuN7FtshsGEak6ZhDFfOjX0TGKj49aQwctLW0iZaZItTYWBUFOCUMBAAwMiwQL"
                            + "KgkrAAAEoACXJ5GXjIjkA2kcMhIEWQjDKIggwwgCRDlkgAgAAAAAANQPZCMRoSAiEsPikJJkSU4ppqAiAAAAAAEAAAAEAAAACAAAAA==");

    private static final byte[] BOTH = ByteBuffer.allocate(FREQUENCIES.length + WORDS.length)
            .put(FREQUENCIES)
            .put(WORDS)
            .array();
    private static final ZstdDictCompress DICTIONARY = new ZstdDictCompress(BOTH, LEVEL);
    private static final ZstdDictDecompress UNDOING = new ZstdDictDecompress(BOTH);
    private static final Spare<ZstdCompressCtx> COMPRESSING = new Spare<>(DocumentCompression::compressing);
    private static final Spare<ZstdDecompressCtx> DECOMPRESSING = new Spare<>(DocumentCompression::decompressing);

    private DocumentCompression() {}

    static byte[] compress(byte[] document) {
        return COMPRESSING.use(context -> {
            byte[] stored = new byte[1 + (int) Zstd.compressBound(document.length)];
            stored[0] = DICTIONARY_1;
            int size = context.compressByteArray(stored, 1, stored.length - 1, document, 0, document.length);
            return Arrays.copyOf(stored, 1 + size);
        });
    }

    /** @throws IOException for bytes that {@link #compress} did not write */
    static byte[] decompress(byte[] stored) throws IOException {
        if (stored.length < 2 || stored[0] != DICTIONARY_1) {
            throw new IOException("It is of no known form");
        }
        try {
            return DECOMPRESSING.use(context -> {
                byte[] document = new byte[(int) Zstd.getFrameContentSize(stored, 1, stored.length - 1, true)];
                context.decompressByteArray(document, 0, document.length, stored, 1, stored.length - 1);
                return document;
            });
        } catch (ZstdException | NegativeArraySizeException e) {
            throw new IOException("It does not decompress", e);
        }
    }

    private static ZstdCompressCtx compressing() {
        return new ZstdCompressCtx()
                .setLevel(LEVEL)
                .setMagicless(true)
                .setDictID(false)
                .loadDict(DICTIONARY);
    }

    private static ZstdDecompressCtx decompressing() {
        return new ZstdDecompressCtx().setMagicless(true).loadDict(UNDOING);
    }

    /** Contexts are large and not for several threads at once; with virtual threads there may be thousands of those. */
    private static final class Spare<C extends AutoCloseable> {
        private static final int MOST = 8;

        private final BlockingQueue<C> idle = new ArrayBlockingQueue<>(MOST);
        private final Supplier<C> making;

        Spare(Supplier<C> making) {
            this.making = making;
        }

        <T> T use(Function<C, T> work) {
            C context = idle.poll();
            if (context == null) {
                context = making.get();
            }
            T result = work.apply(context);
            if (!idle.offer(context)) {
                close(context);
            }
            return result;
        }

        private static void close(AutoCloseable context) {
            try {
                context.close();
            } catch (Exception e) {
                throw new IllegalStateException(e); // it only gives memory back
            }
        }
    }
}
