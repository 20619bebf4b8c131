$version: "2.0"

namespace entrepot

/// Further HTTP forms of an operation beside its http trait: AWS moves bindings between SDK releases and keeps the old ones.
@trait(selector: "operation[trait|http]")
list alsoBoundTo {
    member: HttpForm
}

structure HttpForm {
    @required
    method: String

    @required
    uri: String

    code: Integer = 200
}
