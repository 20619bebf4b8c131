package dev.entrepot.sesv2.importjob;

/** Reads contacts in one of the formats. */
interface ContactReader {
    /** All of a record, for PUT. */
    GivenContact contact(byte[] record);

    /** Its address only, for DELETE; nothing else of it is looked at. */
    String address(byte[] record);
}
