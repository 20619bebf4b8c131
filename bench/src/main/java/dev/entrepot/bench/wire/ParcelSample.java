package dev.entrepot.bench.wire;

import dev.entrepot.bench.wire.contract.Address;
import dev.entrepot.bench.wire.contract.Parcel;
import dev.entrepot.bench.wire.contract.ParcelState;
import dev.entrepot.bench.wire.contract.RegisterParcelsResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Parcels with every member set, about a kilobyte of JSON each; a parcel's number decides all of it. */
final class ParcelSample {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz 0123456789";
    private static final long FIRST_SECOND = 1_790_000_000L;

    private final int number;
    private final SplittableRandom random;

    private ParcelSample(int number) {
        this.number = number;
        this.random = new SplittableRandom(number);
    }

    /** They serve as request too: the operation answers with what it was given. */
    static RegisterParcelsResponse of(int parcels) {
        return new RegisterParcelsResponse(IntStream.range(0, parcels)
                .mapToObj(number -> new ParcelSample(number).parcel())
                .toList());
    }

    private Parcel parcel() {
        return Parcel.builder()
                .parcelId("parcel-%012d".formatted(number))
                .state(ParcelState.values()[number % ParcelState.values().length])
                .sender(address())
                .recipient(address())
                .registeredAt(Instant.ofEpochSecond(FIRST_SECOND + number, 250_000_000))
                .weightGrams(1 + random.nextInt(70_000))
                .declaredValue(random.nextInt(1_000_000) / 100.0)
                .insured(random.nextBoolean())
                .note("Straße \"" + text(118) + "\"\n")
                .marks(List.of(text(8), text(12), text(16), text(20)))
                .attributes(attributes())
                .seal(ByteBuffer.wrap(seal()))
                .build();
    }

    private Address address() {
        return Address.builder()
                .name(text(20))
                .street(text(28))
                .city(text(12))
                .postalCode(text(6))
                .country("DE")
                .build();
    }

    private Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (String name : List.of("carrier", "depot", "gate", "route", "service", "tariff")) {
            attributes.put(name, text(20));
        }
        return attributes;
    }

    private byte[] seal() {
        var seal = new byte[64];
        random.nextBytes(seal);
        return seal;
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int left = length; left > 0; left--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
