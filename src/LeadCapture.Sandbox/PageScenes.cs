using System.Net;

namespace LeadCapture.Sandbox;

/// <summary>The scenes on the page, each with what can be said about it.</summary>
internal static class PageScenes
{
    public static string Html() => $"""
        <section aria-labelledby="scenes">
        <h2 id="scenes">Scenes</h2>
        <p>Leave Calls empty to keep a scene active until another one for the same calls replaces it.</p>
        <div class="scenes">
        {string.Join('\n', Enum.GetValues<Scene>().Select(Form))}
        </div>
        </section>
        """;

    private static string Form(Scene scene) => $"""
        <form method="post" action="/_sandbox/scene" autocomplete="off" aria-labelledby="{scene}">
        <h3 id="{scene}">{scene}</h3>
        <p>{WebUtility.HtmlEncode(SceneText.Of(scene))}</p>
        <input type="hidden" name="scene" value="{scene}">
        <div class="fields">
        <label>Calls <input name="calls" type="number" min="1" placeholder="all"></label>
        {Extra(scene)}
        <label>Which calls <select name="only">{Reaches(scene)}</select></label>
        <label class="whom">Only email <input name="email" inputmode="email" placeholder="everyone"></label>
        <button>Play<span class="unseen"> {scene}</span></button>
        </div>
        </form>
        """;

    private static string Extra(Scene scene) => scene switch
    {
        Scene.Slow => Seconds("delay", "5"),
        Scene.SlowCreate => Seconds("delay", "20"),
        Scene.RateLimited or Scene.RateLimitedUntil => Seconds("retryAfter", "1"),
        Scene.Unavailable => Seconds("retryAfter", "none"),
        Scene.Refuse => """<label>Field <input name="field" placeholder="/email"></label>""" + Texts,
        Scene.NotProcessed => """<label>Error <input name="field" placeholder="forbidden"></label>""",
        Scene.Normal or Scene.ServerError or Scene.Html => Texts,
        _ => "",
    };

    /// <summary>What the scene hits by itself comes first.</summary>
    private static string Reaches(Scene scene)
    {
        var own = new ScenePlan(scene).Reach;
        var others = Enum.GetValues<SceneReach>().Where(reach => reach != SceneReach.AsScene && reach != own);
        return $"""<option value="">{Words(own)}</option>"""
            + string.Concat(others.Select(reach => $"""<option value="{reach}">{Words(reach)}</option>"""));
    }

    private static string Words(SceneReach reach) => reach switch
    {
        SceneReach.Creates => "creates",
        SceneReach.Updates => "updates",
        SceneReach.LookUps => "lookups",
        SceneReach.Lists => "lists",
        SceneReach.Enrollments => "enrollments",
        SceneReach.Account => "account",
        _ => "every call",
    };

    private static string Seconds(string name, string usual) =>
        $"""<label>Seconds <input name="{name}" type="number" min="0" step="any" placeholder="{usual}"></label>""";

    private static readonly string Texts = $"""
        <label>Texts <select name="garbled">
        <option value="">good</option>
        <option value="{Garbling.Nul}">with U+0000</option>
        <option value="{Garbling.HalfPair}">with half a surrogate pair</option>
        </select></label>
        """;
}
