$version: "2.0"

// A service that exists to be measured: its parcels have a member of every common kind, with the constraints real
// contracts have, and are about a kilobyte each.
namespace dev.entrepot.parcels

use aws.auth#sigv4
use aws.protocols#awsJson1_0
use aws.protocols#awsQuery
use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

/// Registers parcels.
@sigv4(name: "parcels")
@restJson1
@awsJson1_0
@awsQuery
@rpcv2Cbor
@xmlNamespace(uri: "https://parcels.example.com/doc/2026-11-01/")
@title("Parcels")
service Parcels {
    version: "2026-11-01"
    operations: [
        RegisterParcels
    ]
}

/// Answers with the parcels it was given.
@http(method: "POST", uri: "/v1/parcels", code: 200)
operation RegisterParcels {
    input: RegisterParcelsRequest
    output: RegisterParcelsResponse
}

structure RegisterParcelsRequest {
    @required
    parcels: ParcelList
}

structure RegisterParcelsResponse {
    @required
    parcels: ParcelList
}

@length(min: 1, max: 5000)
list ParcelList {
    member: Parcel
}

structure Parcel {
    @required
    parcelId: ParcelId

    @required
    state: ParcelState

    @required
    sender: Address

    @required
    recipient: Address

    @required
    registeredAt: Timestamp

    weightGrams: WeightGrams

    declaredValue: Double

    insured: Boolean

    note: Note

    marks: MarkList

    attributes: AttributeMap

    seal: Seal
}

structure Address {
    @required
    name: Line

    @required
    street: Line

    @required
    city: Line

    postalCode: PostalCode

    @required
    country: CountryCode
}

enum ParcelState {
    ANNOUNCED
    ACCEPTED
    IN_TRANSIT
    DELIVERED
}

@length(min: 8, max: 64)
@pattern("^[a-zA-Z0-9-]+$")
string ParcelId

@length(min: 1, max: 128)
string Line

@length(min: 3, max: 10)
string PostalCode

@pattern("^[A-Z]{2}$")
string CountryCode

@range(min: 1, max: 70000)
integer WeightGrams

@length(max: 1024)
string Note

@length(max: 16)
list MarkList {
    member: Mark
}

@length(min: 1, max: 32)
string Mark

@length(max: 50)
map AttributeMap {
    key: AttributeName
    value: AttributeValue
}

@length(min: 1, max: 128)
string AttributeName

@length(max: 256)
string AttributeValue

@length(max: 256)
blob Seal
