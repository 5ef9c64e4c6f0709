using System.Globalization;

namespace LeadCapture.Sandbox;

/// <summary>Where a call goes.</summary>
internal readonly record struct Route(Endpoint Endpoint, int Version = 0, int Id = 0)
{
    public bool IsCreate => Endpoint == Endpoint.Create;

    public bool IsSearch => Endpoint is Endpoint.Filter or Endpoint.Search;

    public bool IsLookUp => IsSearch || Endpoint is Endpoint.Read or Endpoint.ContactSequences or Endpoint.ContactLists;

    public bool IsEnrollment => Endpoint is Endpoint.Enroll or Endpoint.Unenroll;

    public bool IsAddToList => Endpoint == Endpoint.AddToList;

    public bool IsUpdate => Endpoint == Endpoint.Change;

    public bool IsWrite => IsCreate || IsUpdate || IsEnrollment || IsAddToList;

    public bool IsOfAccount => Endpoint is Endpoint.CustomFields or Endpoint.Sequences or Endpoint.Lists;

    public static Route Of(string method, string path)
    {
        var parts = path.Split('/');
        var version = parts is ["", "v4", ..] ? 4 : parts is ["", "v3", ..] ? 3 : 0;
        if (version == 0)
            return default;

        return parts.AsSpan(2) switch
        {
            ["contacts"] when method == "POST" => new(Endpoint.Create, version),
            ["contacts", "filter"] when (method, version) == ("POST", 4) => new(Endpoint.Filter, version),
            ["contacts"] when (method, version) == ("GET", 3) => new(Endpoint.Search, version),
            ["contacts", var id] when method == "GET" && IsId(id, out var known) => new(Endpoint.Read, version, known),
            ["contacts", var id] when method == "PATCH" && IsId(id, out var known) => new(Endpoint.Change, version, known),
            ["contacts", var id, var what] when (method, version) == ("GET", 3) && IsId(id, out var known) =>
                OfContact(what, known),
            ["sequences", var id, "contact-links", var what] when method == "POST" && IsId(id, out var known) =>
                OfSequence(what, version, known),
            ["contact-lists", var id, "add-contacts"] when (method, version) == ("POST", 3) && IsId(id, out var known) =>
                new(Endpoint.AddToList, 3, known),
            [var what] when (method, version) == ("GET", 3) => OfAccount(what),
            _ => default,
        };
    }

    private static Route OfContact(string what, int id) => what switch
    {
        "sequences" => new(Endpoint.ContactSequences, 3, id),
        "lists" => new(Endpoint.ContactLists, 3, id),
        _ => default,
    };

    private static Route OfSequence(string what, int version, int id) => what switch
    {
        "bulk" => new(Endpoint.Enroll, version, id),
        "bulk-delete" => new(Endpoint.Unenroll, version, id),
        _ => default,
    };

    private static Route OfAccount(string what) => what switch
    {
        "whoami" => new(Endpoint.WhoAmI, 3),
        "custom-fields" => new(Endpoint.CustomFields, 3),
        "sequences" => new(Endpoint.Sequences, 3),
        "contact-lists" => new(Endpoint.Lists, 3),
        _ => default,
    };

    private static bool IsId(string text, out int id) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}

internal enum Endpoint
{
    None,
    Create,
    Filter,
    Search,
    Read,
    Change,
    ContactSequences,
    ContactLists,
    WhoAmI,
    CustomFields,
    Sequences,
    Lists,
    Enroll,
    Unenroll,
    AddToList,
}
