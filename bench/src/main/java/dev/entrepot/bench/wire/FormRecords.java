package dev.entrepot.bench.wire;

import dev.entrepot.bench.wire.ParcelRecords.AddressRecord;
import dev.entrepot.bench.wire.ParcelRecords.State;
import java.time.Instant;
import java.util.List;

/** {@link ParcelRecords} with the wrappers that forms and XML have around lists and maps. */
record FormRecords(Members<FormParcel> parcels) {
    record Members<T>(List<T> member) {}

    record Entries(List<Entry> entry) {}

    record Entry(String key, String value) {}

    record FormParcel(
            String parcelId,
            State state,
            AddressRecord sender,
            AddressRecord recipient,
            Instant registeredAt,
            Integer weightGrams,
            Double declaredValue,
            Boolean insured,
            String note,
            Members<String> marks,
            Entries attributes,
            byte[] seal) {}
}
