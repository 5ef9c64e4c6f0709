namespace LeadCapture.Sandbox;

/// <summary>The scenes in the words of the page.</summary>
internal static class SceneText
{
    public static string Of(Scene scene) => scene switch
    {
        Scene.Normal => "Everything works. Played for all calls, it ends every other scene.",
        Scene.Slow => "Works, but responds late: after 5 seconds, or the delay you enter.",
        Scene.SlowCreate =>
            "A create or another change works late: after 20 seconds, or the delay you enter, even if the caller has left by then.",
        Scene.RateLimited => "429 with Retry-After in seconds. Nothing is stored.",
        Scene.RateLimitedUntil => "429 with Retry-After as a date. Nothing is stored.",
        Scene.ServerError => "500. Nothing is stored.",
        Scene.Unavailable => "503, with Retry-After if you enter it. Nothing is stored.",
        Scene.BadKey => "401, as if the key were wrong.",
        Scene.CutBefore => "The connection breaks before a contact is stored.",
        Scene.CutAfter => "The contact is stored, then the connection breaks without a response.",
        Scene.CutShort => "The contact is stored, then the response breaks off in the middle.",
        Scene.Html => "200 with a login page instead of JSON. Nothing is stored.",
        Scene.OtherPerson => "201 with another person's contact. Nothing is stored.",
        Scene.OtherPersonStored => "The contact is stored, but the 201 shows another person's.",
        Scene.Anonymous => "The contact is stored, but the 201 names neither its email nor its LinkedIn URL.",
        Scene.Refuse => "400 about one field of a create. Nothing is stored.",
        Scene.NotProcessed => "200, but the contact is not put in the sequence or on the list; the response says why.",
        Scene.Strict => "400 for a phone number without a country code or an unknown custom field. Nothing is stored.",
        Scene.DropCustomFields => "Contacts are stored without their custom fields.",
        Scene.IgnoreCompany => "Contacts are stored without their company, as with the Accounts feature.",
        Scene.NoLookUp => "Searching contacts returns 404.",
        Scene.NoScope => "403 for custom fields, sequences, and lists, as if the key may not read them.",
        Scene.Misrouted => "404 with a page of HTML, as from a gateway that does not know the way. Nothing is stored.",
        Scene.Redirected => "302 to another address. Nothing is stored.",
        _ => "",
    };

    /// <summary>One call of a kind, and several.</summary>
    public static (string One, string Many) Names(SceneReach reach) => reach switch
    {
        SceneReach.Creates => ("create call", "create calls"),
        SceneReach.Updates => ("update call", "update calls"),
        SceneReach.LookUps => ("lookup", "lookups"),
        SceneReach.Lists => ("call that adds to a list", "calls that add to a list"),
        SceneReach.Enrollments => ("enrollment call", "enrollment calls"),
        SceneReach.Account => ("call about the account", "calls about the account"),
        _ => ("call", "calls"),
    };

    public static string Of(ScenePlan plan)
    {
        var (one, many) = Names(plan.Reach);
        var calls = plan.Calls switch
        {
            1 => $"the next {one}",
            { } left => $"the next {left} {many}",
            null => $"all {many}",
        };
        var texts = plan.Garbled switch
        {
            Garbling.Nul => ", with U+0000 in the texts",
            Garbling.HalfPair => ", with half a surrogate pair in the texts",
            _ => "",
        };
        return $"{plan.Scene} for {calls}{(plan.OnlyEmail is { } email ? $" about {email}" : "")}{texts}";
    }
}
