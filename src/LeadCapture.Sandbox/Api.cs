using System.Text.Json;

namespace LeadCapture.Sandbox;

/// <summary>What Reply.io offers, as far as its own pages and measurements say.</summary>
internal sealed class Api(ContactBook book, Account account, MembershipApi memberships)
{
    public SandboxResponse Of(Call call, ScenePlan plan) => call.Route.Endpoint switch
    {
        Endpoint.Create => WithBody(call, () => Create(call, plan.Scene)),
        Endpoint.Filter => WithBody(call, () => Filter(call)),
        Endpoint.Change => WithBody(call, () => Change(call)),
        Endpoint.Search => Search(call),
        Endpoint.Read => OfContact(call, contact => SandboxResponse.Of(contact, 200, call.Route.Version)),
        Endpoint.ContactSequences => OfContact(call, contact =>
            SandboxResponse.Json(200, json => ContactJson.WriteSequencesOfV3(json, contact)) with { ContactId = contact.Id }),
        Endpoint.ContactLists => OfContact(call, contact =>
            SandboxResponse.Json(200, json => ContactJson.WriteListsOfV3(json, contact)) with { ContactId = contact.Id }),
        Endpoint.WhoAmI => AccountJson.WhoAmI(),
        Endpoint.CustomFields => AccountJson.CustomFields(book.CustomFields),
        Endpoint.Sequences => Paged(call, page => AccountJson.Sequences(account.Sequences, page)),
        Endpoint.Lists => Paged(call, page => AccountJson.Lists(account.Lists, page)),
        Endpoint.Enroll => WithBody(call, () => memberships.Enroll(call, plan)),
        Endpoint.Unenroll => WithBody(call, () => memberships.Unenroll(call)),
        Endpoint.AddToList => WithBody(call, () => memberships.AddToList(call, plan)),
        _ => NotFound("There is nothing at this address."),
    };

    private static SandboxResponse WithBody(Call call, Func<SandboxResponse> answer)
    {
        if (!call.Request.HasJsonContentType())
            return SandboxResponse.Problem(415, "Unsupported Media Type", "Send application/json.");

        return call.Json is { ValueKind: JsonValueKind.Object }
            ? answer()
            : SandboxResponse.Invalid(new FieldError("", "The body must be one JSON object."));
    }

    private SandboxResponse Create(Call call, Scene scene)
    {
        var input = new ContactReader(false, book.CustomFieldTitle).Read(call.Json!.Value);
        if (call.Route.Version == 3 && !input.Texts.ContainsKey("firstName"))
            input.Errors.Add(new("/firstName", "is required"));
        if (scene == Scene.Strict)
            CheckStrictly(input);
        if (input.Errors.Count > 0)
            return SandboxResponse.Invalid(input.Errors);
        if (input["email"] is null && input["linkedInUrl"] is null)
            return SandboxResponse.Problem(400, "Bad Request", "Give an email or a LinkedIn URL.", "contact.invalidInput");

        if (scene == Scene.DropCustomFields)
            input.CustomFields.Clear();
        if (scene == Scene.IgnoreCompany)
            input.Texts.Remove("company");

        if (book.Create(input) is not var (contact, status))
            return SandboxResponse.Problem(400, "Bad Request", "The contact already exists.");

        return SandboxResponse.Of(scene == Scene.Anonymous ? contact.Anonymous() : contact, status, call.Route.Version);
    }

    /// <summary>With what was given in the words, as servers do.</summary>
    private void CheckStrictly(ContactInput input)
    {
        foreach (var name in (string[])["phone", "phone2"])
            if (input[name] is { } phone && !phone.StartsWith('+'))
                input.Errors.Add(new("/" + name, $"{phone} has no country code"));
        foreach (var (place, field) in input.CustomFields.Index())
            if (!book.CustomFields.Any(known => known.IsCalled(field.Key)))
                input.Errors.Add(new($"/customFields/{place}/key", $"There is no custom field \"{field.Key}\""));
    }

    private SandboxResponse Change(Call call)
    {
        var input = new ContactReader(true, book.CustomFieldTitle).Read(call.Json!.Value);
        if (input.Errors.Count > 0)
            return SandboxResponse.Invalid(input.Errors);

        return book.Change(call.Route.Id, input) is { } contact ? SandboxResponse.Of(contact, 200, call.Route.Version) : NoContact();
    }

    private SandboxResponse Filter(Call call)
    {
        var page = Paging.Of(call.Json!.Value);
        if (page.Errors.Count > 0)
            return SandboxResponse.Invalid(page.Errors);

        return page.Answer(page.SearchTerm is { } term ? book.Where(contact => contact.Mentions(term)) : book.All, 4);
    }

    private SandboxResponse Search(Call call)
    {
        var page = Paging.Of(call.Request.Query);
        if (page.Errors.Count > 0)
            return SandboxResponse.Invalid(page.Errors);

        var found = book.Where(contact => Is(contact["email"], call.Email) && Is(contact["linkedInUrl"], call.LinkedInUrl));
        return page.Answer(found, 3);

        static bool Is(string? value, string? wanted) =>
            wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);
    }

    private static SandboxResponse Paged(Call call, Func<Paging, SandboxResponse> answer)
    {
        var page = Paging.Of(call.Request.Query);
        return page.Errors.Count > 0 ? SandboxResponse.Invalid(page.Errors) : answer(page);
    }

    private SandboxResponse OfContact(Call call, Func<Contact, SandboxResponse> answer) =>
        book.Find(call.Route.Id) is { } contact ? answer(contact) : NoContact();

    private static SandboxResponse NoContact() => NotFound("There is no such contact.");

    private static SandboxResponse NotFound(string detail) => SandboxResponse.Problem(404, "Not Found", detail);
}
