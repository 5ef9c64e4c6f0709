namespace LeadCapture.Sandbox;

/// <summary>The scenes in the words of the page.</summary>
internal static class SceneText
{
    public static string Of(Scene scene) => scene switch
    {
        Scene.Normal => "Everything works. Played for all calls, it ends every other scene.",
        Scene.Slow => "Works, but responds late: after 5 seconds, or the delay you enter.",
        Scene.SlowCreate => "A create works late: after 20 seconds, or the delay you enter, even if the caller has left by then.",
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
        Scene.Strict => "400 for a phone number without a country code or an unknown custom field. Nothing is stored.",
        Scene.DropCustomFields => "Contacts are stored without their custom fields.",
        Scene.IgnoreCompany => "Contacts are stored without their company, as with the Accounts feature.",
        Scene.NoLookUp => "Searching contacts returns 404.",
        Scene.NoScope => "403 for custom fields and sequences, as if the key may not read them.",
        Scene.Misrouted => "404 with a page of HTML, as from a gateway that does not know the way. Nothing is stored.",
        Scene.Redirected => "302 to another address. Nothing is stored.",
        _ => "",
    };

    public static string Of(ScenePlan plan)
    {
        var calls = (plan.Reach, plan.Calls) switch
        {
            (SceneReach.Creates, 1) => "the next create call",
            (SceneReach.Creates, { } left) => $"the next {left} create calls",
            (SceneReach.Creates, null) => "all create calls",
            (SceneReach.LookUps, 1) => "the next lookup",
            (SceneReach.LookUps, { } left) => $"the next {left} lookups",
            (SceneReach.LookUps, null) => "all lookups",
            (SceneReach.Account, 1) => "the next call about the account",
            (SceneReach.Account, { } left) => $"the next {left} calls about the account",
            (SceneReach.Account, null) => "all calls about the account",
            (_, 1) => "the next call",
            (_, { } left) => $"the next {left} calls",
            _ => "all calls",
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
