namespace LeadCapture.Sandbox;

/// <summary>A scene, how long it plays and which calls it hits.</summary>
/// <param name="Scene">How those calls are answered.</param>
/// <param name="Calls">Only so many calls; null is until something else is played.</param>
/// <param name="Delay">
/// The answer waits so long on the clock; Slow takes 5 s where nothing is said. With SlowCreate the work waits too, 20 s.
/// </param>
/// <param name="RetryAfter">For the two rate limits, 1 s where nothing is said; Unavailable names it where it is given.</param>
/// <param name="Field">
/// For Refuse: JSON Pointer of the refused field; <c>/email</c> where nothing is said. For NotProcessed: Reply.io's word or number for
/// why; <c>forbidden</c> where nothing is said.
/// </param>
/// <param name="Only">One kind of calls, or as the scene has it.</param>
/// <param name="OnlyEmail">Only calls about the contact with this email.</param>
/// <param name="Bare">Error answers come without a body.</param>
/// <param name="Garbled">What stands in the texts of the answer.</param>
public sealed record ScenePlan(
    Scene Scene,
    int? Calls = null,
    TimeSpan? Delay = null,
    TimeSpan? RetryAfter = null,
    string? Field = null,
    SceneReach Only = SceneReach.AsScene,
    string? OnlyEmail = null,
    bool Bare = false,
    Garbling Garbled = Garbling.None)
{
    internal static readonly ScenePlan Normal = new(Scene.Normal);

    public SceneReach Reach => Only != SceneReach.AsScene ? Only : Scene switch
    {
        Scene.CutBefore or Scene.CutAfter or Scene.CutShort or Scene.Refuse => SceneReach.Creates,
        Scene.Strict or Scene.DropCustomFields or Scene.IgnoreCompany => SceneReach.Creates,
        Scene.SlowCreate or Scene.OtherPerson or Scene.OtherPersonStored or Scene.Anonymous => SceneReach.Creates,
        Scene.NoLookUp => SceneReach.LookUps,
        Scene.NoScope => SceneReach.Account,
        Scene.NotProcessed => SceneReach.Enrollments,
        _ => SceneReach.EveryCall,
    };

    internal TimeSpan Wait => Delay ?? TimeSpan.FromSeconds(Scene switch
    {
        Scene.Slow => 5,
        Scene.SlowCreate => 20,
        _ => 0,
    });

    /// <summary>Everything that is there to play, so that it ends every other scene.</summary>
    internal bool IsPlain => Scene == Scene.Normal && Calls is null && OnlyEmail is null && Only == SceneReach.AsScene &&
        Garbled == Garbling.None;

    internal TimeSpan ComeBackAfter => RetryAfter ?? TimeSpan.FromSeconds(1);

    internal string Pointer => "/" + (Field ?? "email").TrimStart('/');

    internal bool Hits(Call call) => Reaches(call.Route) &&
        (OnlyEmail is null || OnlyEmail.Equals(call.Email, StringComparison.OrdinalIgnoreCase));

    internal bool Supersedes(ScenePlan earlier) => earlier.Calls is null &&
        string.Equals(OnlyEmail, earlier.OnlyEmail, StringComparison.OrdinalIgnoreCase) &&
        (Reach == earlier.Reach || Reach == SceneReach.EveryCall || earlier.Reach == SceneReach.EveryCall);

    private bool Reaches(Route route) => Reach switch
    {
        SceneReach.Creates => route.IsCreate,
        SceneReach.Updates => route.IsUpdate,
        SceneReach.Lists => route.IsAddToList,
        SceneReach.Enrollments => route.IsEnrollment,
        SceneReach.Account => route.IsOfAccount,
        SceneReach.LookUps => Scene == Scene.NoLookUp ? route.IsSearch : route.IsLookUp,
        _ => true,
    };
}
