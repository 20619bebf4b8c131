// What a JavaScript program does with an address list and an import into it; prints what it saw as one JSON object.
import {
    MailManagerClient, CreateAddressListCommand, GetAddressListCommand, RegisterMemberToAddressListCommand,
    GetMemberOfAddressListCommand, ListMembersOfAddressListCommand, CreateAddressListImportJobCommand,
    StartAddressListImportJobCommand, GetAddressListImportJobCommand, ResourceNotFoundException, ValidationException,
    ConflictException, paginateListMembersOfAddressList,
} from "@aws-sdk/client-mailmanager";

const mail = new MailManagerClient({ endpoint: process.env.ENTREPOT_ENDPOINT, region: "us-east-1", maxAttempts: 1 });
const seen = {};

async function refusal(command, type) {
    try {
        await mail.send(command);
        return "none";
    } catch (e) {
        return `${e.name} ${e instanceof type}`;
    }
}

const { AddressListId } = await mail.send(new CreateAddressListCommand({ AddressListName: "js" }));
const list = await mail.send(new GetAddressListCommand({ AddressListId }));
seen.list = `${list.AddressListName} ${list.AddressListArn.split(":").pop().split("/")[0]} ${list.CreatedTimestamp instanceof Date}`;
await mail.send(new RegisterMemberToAddressListCommand({ AddressListId, Address: "*@Spam.example.com" }));

const { JobId, PreSignedUrl } = await mail.send(new CreateAddressListImportJobCommand({
    AddressListId, Name: "import", ImportDataFormat: { ImportDataType: "CSV" },
}));
const file = "address\na0@x.com\na1@x.com\nno address\na2@x.com\n*@spam.example.com\n";
const put = await fetch(PreSignedUrl, { method: "PUT", body: file }); // with a Content-Type of fetch's own
if (!put.ok) {
    throw new Error(await put.text());
}
await mail.send(new StartAddressListImportJobCommand({ JobId }));
let job;
do {
    await new Promise((resolve) => setTimeout(resolve, 25));
    job = await mail.send(new GetAddressListImportJobCommand({ JobId }));
} while (job.Status === "PROCESSING");
seen.job = `${job.Status} ${job.ImportedItemsCount} ${job.FailedItemsCount} ${job.CompletedTimestamp >= job.StartTimestamp}`;

seen.members = [];
for await (const page of paginateListMembersOfAddressList({ client: mail, pageSize: 2 }, { AddressListId })) {
    seen.members.push(page.Addresses.map((each) => each.Address));
}
const prefixed = await mail.send(new ListMembersOfAddressListCommand({ AddressListId, Filter: { AddressPrefix: "A" } }));
seen.prefixed = prefixed.Addresses.map((each) => each.Address);

seen.missing = await refusal(
    new GetMemberOfAddressListCommand({ AddressListId, Address: "b@x.com" }), ResourceNotFoundException);
seen.invalid = await refusal(
    new RegisterMemberToAddressListCommand({ AddressListId, Address: "a*b*@x.com" }), ValidationException);
seen.taken = await refusal(new CreateAddressListCommand({ AddressListName: "js" }), ConflictException);
console.log(JSON.stringify(seen));
