// What a JavaScript program does with contacts and the suppression list; prints what it saw as one JSON object.
import {
    SESv2Client, CreateContactListCommand, CreateContactCommand, GetContactCommand, UpdateContactCommand,
    DeleteContactListCommand, PutSuppressedDestinationCommand, GetSuppressedDestinationCommand,
    DeleteSuppressedDestinationCommand, NotFoundException, BadRequestException, paginateListContacts,
} from "@aws-sdk/client-sesv2";

const ses = new SESv2Client({ endpoint: process.env.ENTREPOT_ENDPOINT, region: "us-east-1", maxAttempts: 1 });
const odd = "o'x/y+z@example.com";
const seen = {};
const ContactListName = "js";

async function refusal(command) {
    try {
        await ses.send(command);
        return "none";
    } catch (e) {
        return `${e.name} ${e.$metadata.httpStatusCode} ${e.message} ${e instanceof NotFoundException} ${e instanceof BadRequestException}`;
    }
}

await ses.send(new CreateContactListCommand({
    ContactListName, Topics: [{ TopicName: "Sports", DisplayName: "Sports", DefaultSubscriptionStatus: "OPT_OUT" }],
}));
for (let i = 0; i < 7; i++) {
    await ses.send(new CreateContactCommand({ ContactListName, EmailAddress: `c${i}@example.com` }));
}
await ses.send(new CreateContactCommand({ ContactListName, EmailAddress: odd, AttributesData: '{"a":1}' }));
await ses.send(new UpdateContactCommand({
    ContactListName, EmailAddress: odd, TopicPreferences: [{ TopicName: "Sports", SubscriptionStatus: "OPT_IN" }],
}));
const contact = await ses.send(new GetContactCommand({ ContactListName, EmailAddress: odd }));
seen.address = contact.EmailAddress;
seen.preferences = contact.TopicPreferences;
seen.attributes = contact.AttributesData ?? null;
seen.times = contact.CreatedTimestamp instanceof Date && contact.CreatedTimestamp <= contact.LastUpdatedTimestamp;

seen.listed = [];
for await (const page of paginateListContacts({ client: ses, pageSize: 3 }, { ContactListName })) {
    seen.listed.push(page.Contacts.map((each) => each.EmailAddress));
}
seen.missing = await refusal(new GetContactCommand({ ContactListName, EmailAddress: "nobody@example.com" }));
seen.invalid = await refusal(new CreateContactCommand({ ContactListName, EmailAddress: "nobody" }));

await ses.send(new PutSuppressedDestinationCommand({ EmailAddress: odd, Reason: "COMPLAINT" }));
const suppressed = await ses.send(new GetSuppressedDestinationCommand({ EmailAddress: odd }));
seen.suppressed = `${suppressed.SuppressedDestination.EmailAddress} ${suppressed.SuppressedDestination.Reason}`;
await ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: odd }));
await ses.send(new DeleteContactListCommand({ ContactListName }));
console.log(JSON.stringify(seen));
