package dev.entrepot.bench.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.javaprop.JavaPropsMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A form of dotted keys, answered in XML. Jackson has no forms, but its properties have the same dotted keys. */
record JacksonForm(JavaPropsMapper properties, XmlMapper xml, byte[] form) implements JacksonExchange {
    static JacksonForm of(byte[] form) {
        var properties = JavaPropsMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // Action and Version
                .build();
        var xml = XmlMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultUseWrapper(false) // the records have wrappers of their own
                .build();
        return new JacksonForm(properties, xml, form);
    }

    @Override
    public byte[] answer() throws IOException {
        FormRecords request = properties.readMapAs(pairs(), FormRecords.class);
        return xml.writeValueAsBytes(new FormRecords(request.parcels()));
    }

    private Map<String, String> pairs() {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : new String(form, StandardCharsets.US_ASCII).split("&")) {
            int equals = pair.indexOf('=');
            pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
