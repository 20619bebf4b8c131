package dev.entrepot.wire.conformance;

/** What AWS's own code generators are held to is the one definition of these protocols that does not come from us. */
class OfficialSuiteTest extends OfficialSuite {
    OfficialSuiteTest() {
        super(SuiteModel.CONTRACTS);
    }
}
