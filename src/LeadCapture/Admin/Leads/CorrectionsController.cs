using FluentValidation.Results;
using LeadCapture.Forms;
using LeadCapture.Settings;
using LeadCapture.Shared;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Changes what a lead says: the fields, labels and rules are those of its form.
[Needs(Role.Operator)]
public sealed class CorrectionsController(LeadPages leads, Correcting correcting) : AdminController
{
    private const string Here = "/admin/leads/{id:guid}/correction";
    private const int LongestWhy = 500;

    [HttpGet(Here, Name = LeadRoutes.Correction)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken aborted) =>
        await leads.Of(id, LeadFilter.Of(Request), aborted) is { } lead ? View("Correction", CorrectionPages.Stored(lead)) : NotFound();

    [HttpPost(Here)]
    public async Task<IActionResult> Save(
        Guid id, int attempts, CancellationToken aborted, string why = "")
    {
        // Not as a parameter: "action" is a part of every route.
        var action = Request.Form["action"].ToString();
        if (await leads.Of(id, LeadFilter.Of(Request), aborted) is not { } lead)
            return NotFound();
        var form = lead.Form.Definition;
        var typed = PostedForm.Read(Request.Form);
        if (FreeRows.IsAction(form with { FreeCustomFields = true }, action))
        {
            var errors = FreeRows.Change(typed, action);
            return Page(CorrectionPages.Of(lead, typed, errors) with { Why = why },
                errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        var order = new CorrectionOrder(
            id, attempts, typed.Version ?? -1, typed.ToAnswers(form), why, Resubmit: action == "resubmit");
        var (problems, whyProblem) = (Problems(lead, typed, order), ProblemOfWhy(lead, order));
        if (problems.Count > 0 || whyProblem is not null)
            return Page(CorrectionPages.Of(lead, typed, problems) with { Why = why, WhyProblem = whyProblem },
                StatusCodes.Status422UnprocessableEntity);
        return await correcting.Save(order, CurrentUser, form) switch
        {
            DecisionResult.Done => Done(new RouteLink(LeadRoutes.Lead, new { id }, LeadFilter.Of(Request).Query()), SavedSentence(lead, order)),
            DecisionResult.UnderWay => Page(CorrectionPages.Of(lead, typed, []) with { Why = why, Conflict = Sending },
                StatusCodes.Status409Conflict),
            _ => await Meanwhile(order, aborted),
        };
    }

    private static string SavedSentence(LeadPage lead, CorrectionOrder order) => (IsChanged(lead, order), order.Resubmit) switch
    {
        (false, _) => T["Nothing was changed. Lead queued for sending as it was."],
        (_, true) => T["Correction saved. Lead queued for sending."],
        _ => T["Correction saved."],
    };

    private static bool IsChanged(LeadPage lead, CorrectionOrder order) =>
        Change.Between(lead.Answers, order.Answers, lead.Form.Definition).Count > 0;

    private static string Sending =>
        T["This lead is being sent right now, so nothing was saved. What you typed is still here. Check the result, then save again."];

    private static List<ValidationFailure> Problems(LeadPage lead, Submission typed, CorrectionOrder order)
    {
        var problems = FormRules.Of(lead.Form.Definition).Validate(typed).Errors;
        if (problems.Count == 0 && !IsChanged(lead, order) && !order.Resubmit && order.SeenCorrection == lead.Corrections.Count)
            problems.Add(new("", T["Nothing was changed, so there is nothing to save"]));
        return problems;
    }

    private static string? ProblemOfWhy(LeadPage lead, CorrectionOrder order) =>
        order.Why.Length is 0 or > LongestWhy && IsChanged(lead, order)
            ? T["Enter a reason of up to {0} characters", LongestWhy].Value
            : null;

    /// Nobody's words are lost: this page has what was typed, on top of what was saved meanwhile.
    private async Task<IActionResult> Meanwhile(CorrectionOrder order, CancellationToken aborted)
    {
        var lead = (await leads.Of(order.LeadId, LeadFilter.Of(Request), aborted))!;
        var seen = lead.Corrections.FirstOrDefault(correction => correction.Number == order.SeenCorrection + 1);
        var shown = seen is null ? lead.Answers : SubmittedAnswers.Parse(seen.Before);
        var merged = Change.Merge(shown, order.Answers, lead.Answers);
        var page = CorrectionPages.Of(lead, CorrectionPages.SubmissionOf(merged), []) with
        {
            Why = order.Why,
            Meanwhile = Change.Between(lead.Answers, merged, lead.Form.Definition),
            Conflict = seen is null
                ? T["Nothing was saved. The lead was sent in the meantime and is now “{0}”.", lead.Delivery.State.Pill().Word]
                : T["Nothing was saved. {0} corrected this lead after you opened it.", lead.Corrections[0].Who],
        };
        return Page(page, StatusCodes.Status409Conflict);
    }

    private ViewResult Page(CorrectionPage page, int status)
    {
        Response.StatusCode = status;
        return View("Correction", page);
    }
}
