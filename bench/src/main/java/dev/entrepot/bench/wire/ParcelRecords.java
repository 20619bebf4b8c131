package dev.entrepot.bench.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Request and answer as Jackson databind maps them: the contract's members as plain components.
 *
 * @param parcels at least one
 */
record ParcelRecords(List<ParcelRecord> parcels) {
    enum State {
        ANNOUNCED,
        ACCEPTED,
        IN_TRANSIT,
        DELIVERED
    }

    record AddressRecord(String name, String street, String city, String postalCode, String country) {}

    record ParcelRecord(
            String parcelId,
            State state,
            AddressRecord sender,
            AddressRecord recipient,
            Instant registeredAt,
            Integer weightGrams,
            Double declaredValue,
            Boolean insured,
            String note,
            List<String> marks,
            Map<String, String> attributes,
            byte[] seal) {}
}
