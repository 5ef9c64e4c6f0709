using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AdminAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_email",
                table: "leads");

            migrationBuilder.AddColumn<string>(
                name: "open_id_issuer",
                table: "users",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "open_id_subject",
                table: "users",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "requests_per_hour",
                table: "gates",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "requests_per_minute",
                table: "gates",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure_key",
                table: "deliveries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "run_id",
                table: "corrections",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lead_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    corrected = table.Column<int>(type: "integer", nullable: true),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    resubmitted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lead_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_lead_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    who = table.Column<string>(type: "text", nullable: false),
                    filter = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agreed = table.Column<bool>(type: "boolean", nullable: false),
                    fix = table.Column<string>(type: "text", nullable: true),
                    of_run = table.Column<int>(type: "integer", nullable: true),
                    cursor = table.Column<Guid>(type: "uuid", nullable: true),
                    members = table.Column<int>(type: "integer", nullable: false),
                    under_way = table.Column<int>(type: "integer", nullable: false),
                    succeeded = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    stage_begun = table.Column<int>(type: "integer", nullable: false),
                    stage_failed = table.Column<int>(type: "integer", nullable: false),
                    stopped = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    worker = table.Column<Guid>(type: "uuid", nullable: true),
                    worked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run_leads",
                columns: table => new
                {
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_leads", x => new { x.run_id, x.place });
                    table.ForeignKey(
                        name: "FK_run_leads_leads_lead_id",
                        column: x => x.lead_id,
                        principalTable: "leads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_leads_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "gates",
                keyColumn: "id",
                keyValue: 1,
                columns: new[] { "requests_per_hour", "requests_per_minute" },
                values: new object[] { null, null });

            migrationBuilder.CreateIndex(
                name: "IX_users_open_id_issuer_open_id_subject",
                table: "users",
                columns: new[] { "open_id_issuer", "open_id_subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_leads_email_id",
                table: "leads",
                columns: new[] { "email", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_failure_key_lead_id",
                table: "deliveries",
                columns: new[] { "failure_key", "lead_id" },
                filter: "failure_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_run_id_lead_id",
                table: "corrections",
                columns: new[] { "run_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_user_id",
                table: "lead_imports",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_lead_id",
                table: "run_leads",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_leads_run_id_state_place",
                table: "run_leads",
                columns: new[] { "run_id", "state", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_imports");

            migrationBuilder.DropTable(
                name: "run_leads");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropIndex(
                name: "IX_users_open_id_issuer_open_id_subject",
                table: "users");

            migrationBuilder.DropIndex(
                name: "IX_leads_email_id",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_failure_key_lead_id",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_corrections_run_id_lead_id",
                table: "corrections");

            migrationBuilder.DropColumn(
                name: "open_id_issuer",
                table: "users");

            migrationBuilder.DropColumn(
                name: "open_id_subject",
                table: "users");

            migrationBuilder.DropColumn(
                name: "requests_per_hour",
                table: "gates");

            migrationBuilder.DropColumn(
                name: "requests_per_minute",
                table: "gates");

            migrationBuilder.DropColumn(
                name: "failure_key",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "corrections");

            migrationBuilder.CreateIndex(
                name: "IX_leads_email",
                table: "leads",
                column: "email");
        }
    }
}
