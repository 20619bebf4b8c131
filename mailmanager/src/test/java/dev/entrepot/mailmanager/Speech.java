package dev.entrepot.mailmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.database.Dialect;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The service's two protocols; what is written once in JSON is said in either. */
public enum Speech {
    JSON(new ObjectMapper()) {
        @Override
        HttpRequest request(String operation, byte[] body) {
            return new HttpRequest(
                    "POST",
                    "/",
                    "",
                    Headers.of(
                            "Host",
                            "mail.example",
                            "X-Amz-Target",
                            "MailManagerSvc." + operation,
                            "Content-Type",
                            "application/x-amz-json-1.0"),
                    body);
        }
    },
    CBOR(new ObjectMapper(new CBORFactory())) {
        @Override
        byte[] write(JsonNode json) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (CBORGenerator cbor = new CBORFactory().createGenerator(bytes)) {
                write(json, "", cbor);
            }
            return bytes.toByteArray();
        }

        /** Times bear a tag. */
        private void write(JsonNode json, String name, CBORGenerator cbor) throws IOException {
            switch (json.getNodeType()) {
                case OBJECT -> {
                    cbor.writeStartObject();
                    for (var member : json.properties()) {
                        cbor.writeFieldName(member.getKey());
                        write(member.getValue(), member.getKey(), cbor);
                    }
                    cbor.writeEndObject();
                }
                case ARRAY -> {
                    cbor.writeStartArray();
                    for (JsonNode each : json) {
                        write(each, "", cbor);
                    }
                    cbor.writeEndArray();
                }
                case NUMBER -> {
                    if (name.endsWith("Timestamp")) {
                        cbor.writeTag(1);
                    }
                    if (json.isIntegralNumber()) {
                        cbor.writeNumber(json.asLong());
                    } else {
                        cbor.writeNumber(json.asDouble());
                    }
                }
                case STRING -> cbor.writeString(json.asText());
                case BOOLEAN -> cbor.writeBoolean(json.asBoolean());
                default -> cbor.writeNull();
            }
        }

        @Override
        HttpRequest request(String operation, byte[] body) {
            return new HttpRequest(
                    "POST",
                    "/service/MailManagerSvc/operation/" + operation,
                    "",
                    Headers.of(
                            "Host",
                            "mail.example",
                            "smithy-protocol",
                            "rpc-v2-cbor",
                            "Content-Type",
                            "application/cbor"),
                    body);
        }
    };

    private static final ObjectMapper TEXT = new ObjectMapper();

    private final ObjectMapper mapper;

    Speech(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Each case runs twice, so it speaks one protocol over one database and the other over the other. */
    static Speech with(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> JSON;
            case POSTGRESQL -> CBOR;
        };
    }

    abstract HttpRequest request(String operation, byte[] body);

    byte[] write(JsonNode json) throws IOException {
        return mapper.writeValueAsBytes(json);
    }

    HttpRequest request(String operation, String json) {
        try {
            return request(operation, write(TEXT.readTree(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer read(HttpResponse response) {
        try {
            JsonNode body = mapper.readTree(response.body());
            return new Answer(response.status(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
