namespace LeadCapture.Sandbox;

/// <summary>The scenes in the words of the page.</summary>
internal static class SceneText
{
    public static string Of(Scene scene) => scene switch
    {
        Scene.Normal => "Everything works. Played for all calls, it ends every other scene.",
        Scene.Slow => "Does its work, but answers late: after 5 seconds, or the delay you give.",
        Scene.RateLimited => "429 with Retry-After in seconds. Nothing is stored.",
        Scene.RateLimitedUntil => "429 with Retry-After as a date. Nothing is stored.",
        Scene.ServerError => "500. Nothing is stored.",
        Scene.Unavailable => "503. Nothing is stored.",
        Scene.BadKey => "401, as if the key were wrong.",
        Scene.CutBefore => "The connection breaks before a contact is stored.",
        Scene.CutAfter => "The contact is stored, then the connection breaks without an answer.",
        Scene.CutShort => "The contact is stored, then the answer breaks off in the middle.",
        Scene.Html => "200 with a login page instead of JSON. Nothing is stored.",
        Scene.Refuse => "400 about one field of a create. Nothing is stored.",
        Scene.Strict => "400 for a phone number without a country code and for a custom field that there is not. Nothing is stored.",
        Scene.DropCustomFields => "Contacts are stored without their custom fields.",
        Scene.IgnoreCompany => "Contacts are stored without their company, as with the Accounts feature.",
        Scene.NoLookUp => "Searching contacts answers 404.",
        _ => "",
    };

    public static string Of(ScenePlan plan)
    {
        var calls = plan.Reach switch
        {
            SceneReach.Creates => "creates",
            SceneReach.LookUps => "look-ups",
            _ => "calls",
        };
        var many = plan.Calls is { } left ? $"the next {left} {calls}" : $"all {calls}";
        return plan.OnlyEmail is { } email ? $"{plan.Scene} for {many} about {email}" : $"{plan.Scene} for {many}";
    }
}
