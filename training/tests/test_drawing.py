"""The generator: same seed, same data; labels that are where they say."""

import numpy as np
import pytest

from mrz_training import camera, faults, line_strips
from mrz_training.alphabet import CHARACTERS, check_digit
from mrz_training.bench.combined import SCENES, draw_combined
from mrz_training.bench.layouts import A4_PX, curve, flat, lay_askew, lay_in_corner
from mrz_training.bench.pictures import NEGATIVES, Conditions, draw_negative, draw_picture
from mrz_training.camera import raster
from mrz_training.documents import draw_document
from mrz_training.faces import CELL_WIDTH, PITCH, make_faces
from mrz_training.line_strips import STRIP_HEIGHT, make_strip
from mrz_training.lookalikes import draw_code_line
from mrz_training.mrz_text import random_document, td1, td3
from mrz_training.projection import project
from mrz_training.scenes import make_close_up, make_scene


@pytest.fixture(scope="module")
def faces():
    return make_faces(6, 1)


def test_same_seed_same_strip(faces):
    first, again = (make_strip(np.random.default_rng([3, 4]), faces) for _ in range(2))
    assert first[1] == again[1]
    assert np.array_equal(first[0], again[0])


def test_strips_have_the_recognisers_height_and_its_alphabet(faces):
    for seed in range(30):
        strip, text = make_strip(np.random.default_rng([5, seed]), faces)
        assert strip.dtype == np.uint8 and strip.shape[0] == STRIP_HEIGHT
        assert set(text) <= set(CHARACTERS)
        # Each character needs at least two columns of the recogniser's output, or CTC cannot separate repeats.
        assert strip.shape[1] / 4 >= 2 * len(text)


@pytest.mark.parametrize("seed", range(20))
def test_passports_and_cards_prove_themselves(seed):
    first, second = td3(np.random.default_rng(seed))
    assert (len(first), len(second)) == (44, 44)
    assert second[9] == check_digit(second[:9]) and second[43] == check_digit(second[:10] + second[13:20] + second[21:43])
    card = td1(np.random.default_rng(seed))
    assert [len(line) for line in card] == [30, 30, 30]
    assert card[1][29] == check_digit(card[0][5:30] + card[1][0:7] + card[1][8:15] + card[1][18:29])


def test_documents_have_lines_of_one_length():
    for seed in range(100):
        assert len({len(line) for line in random_document(np.random.default_rng(seed))}) == 1


@pytest.mark.parametrize("maker, shape", [(make_scene, (448, 640)), (make_close_up, (144, 640))])
def test_targets_lie_where_lines_are(maker, shape, faces):
    # Some pictures show no zone, and which ones depends on the backgrounds that are installed.
    with_zone = 0
    for seed in range(10):
        picture, maps = maker(np.random.default_rng([8, seed]), faces, shape)
        assert picture.shape == shape and maps.shape == (3, shape[0] // 4, shape[1] // 4)
        core = maps[0] > 0.9
        length = np.hypot(maps[1][core], maps[2][core])
        if core.sum() > 20:
            with_zone += 1
            assert np.allclose(length[length > 0], 1, atol=1e-3) and (length > 0).mean() > 0.98
    assert with_zone >= 3


def draw(faces, **conditions):
    return draw_picture(np.random.default_rng(4), faces, Conditions(**conditions))


def test_bench_pictures_hold_their_zone(faces):
    picture, zones, hidden = draw(faces, format="TD1", rotation_deg=90.0)
    assert picture.shape[0] > picture.shape[1] and [len(lines) for lines in zones] == [3] and hidden is None


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene != "large scan"])
def test_pictures_of_combined_faults_are_the_same_for_a_seed(scene, faces):
    first, again = (draw_combined(np.random.default_rng([6, 7]), faces, scene, "TD2") for _ in range(2))
    assert [len(line) for line in first[1]] == [36, 36]
    assert first[0].dtype == np.uint8 and 200 < first[0].shape[1] < 4000 and 10 <= first[2] <= 95
    assert first[1:] == again[1:] and np.array_equal(first[0], again[0])


def test_bench_pictures_of_several_documents_go_on_with_the_next_format(faces):
    alone = draw(faces, format="MRVB")[1]
    _, zones, _ = draw(faces, format="MRVB", documents=3)
    assert zones[:1] == alone and [(len(lines), len(lines[0])) for lines in zones] == [(2, 36), (2, 44), (3, 30)]


def test_covered_characters_are_those_that_differ(faces):
    whole, zones, nothing = draw(faces, covered=0, noise=0.0)
    picture, again, hidden = draw(faces, covered=4, noise=0.0)
    assert zones == again and nothing == {**hidden, "to": hidden["from"]} and hidden["to"] == hidden["from"] + 4
    rows, columns = np.nonzero(picture != whole)
    glyph = Conditions().glyph_px
    assert np.ptp(columns) == pytest.approx(4 * glyph, abs=0.3 * glyph) and np.ptp(rows) == pytest.approx(1.6 * glyph, abs=0.3 * glyph)


@pytest.mark.parametrize("format", ["TD3", "TD1"])
def test_a_name_in_narrow_letters_changes_its_line_alone(format, faces):
    whole, zones, _ = draw(faces, format=format, noise=0.0)
    picture, again, _ = draw(faces, format=format, surplus=2, noise=0.0)
    rows, columns = np.nonzero(picture != whole)
    glyph = Conditions().glyph_px
    name = zones[0][2 if format == "TD1" else 0][0 if format == "TD1" else 5 :].rstrip("<")
    assert zones == again and np.ptp(rows) <= 1.9 * glyph and np.ptp(columns) == pytest.approx(len(name) * glyph, abs=1.5 * glyph)


def test_a_curved_page_bows_its_lines(faces):
    flat_page = np.zeros((60, 101), np.float32)
    flat_page[30] = 1
    bowed = curve(np.random.default_rng(4), flat_page, 10.0, 10, 90).argmax(axis=0)
    assert abs(int(bowed[50]) - int(bowed[10])) == abs(int(bowed[50]) - int(bowed[90])) == 10
    assert np.array_equal(draw(faces, sagitta=0.0)[1], draw(faces, sagitta=2.0)[1])


def test_faxes_are_black_and_white(faces):
    assert set(np.unique(draw(faces, bilevel=True)[0])) == {0, 255}


@pytest.mark.parametrize("far_edge", [1.0, 0.5])
@pytest.mark.parametrize("side", range(4))
def test_the_far_edge_looks_shorter(side, far_edge, faces):
    document = draw_document(np.random.default_rng(4), faces, 12.0)
    height, width = document.image.shape
    shape, [matrix] = lay_askew(document, 0.8, far_edge, side)
    corners = project(matrix, flat, np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64))
    assert corners.min() > 0 and (corners < shape[::-1]).all()
    top, right, bottom, left = (np.hypot(*(corners[at] - corners[(at + 1) % 4])) for at in range(4))
    far, near = [(top, bottom), (bottom, top), (left, right), (right, left)][side]
    assert far / near == pytest.approx(far_edge, abs=1e-3)


def test_a_zone_has_its_width_in_the_corner_of_a_page(faces):
    document = draw_document(np.random.default_rng(4), faces, 10.0)
    shape, [matrix] = lay_in_corner(document, 2.0, 3)
    ends = project(matrix, flat, np.array([[0, 0], document.image.shape[::-1]], np.float64))
    assert shape == A4_PX and np.ptp(ends, axis=0) == pytest.approx(2.0 * np.array(document.image.shape[::-1]))
    assert (A4_PX[1] - ends[1, 0], A4_PX[0] - ends[1, 1]) == pytest.approx((60, 60))


@pytest.mark.parametrize("kind", NEGATIVES)
def test_pages_without_a_zone_are_the_same_each_time_and_have_something_on_them(kind, faces):
    first, again = (draw_negative(np.random.default_rng([31, 2]), faces, kind) for _ in range(2))
    assert first.dtype == np.uint8 and np.array_equal(first, again)
    assert first.std() > 4


def test_a_code_line_has_a_cell_for_each_character(faces):
    ink = draw_code_line("0<1> +2", faces[0])
    filled = [ink[:, CELL_WIDTH // 2 + PITCH * at - 6 : CELL_WIDTH // 2 + PITCH * at + 6].max() > 0.5 for at in range(7)]
    assert filled == [True, True, True, True, False, True, True]
    assert np.array_equal(draw_code_line("<", faces[0]), draw_code_line(">", faces[0])[:, ::-1])


def test_motion_spreads_a_point_along_its_way():
    plane = np.zeros((21, 41), np.float32)
    plane[10, 20] = 1
    moved = camera.move(plane, 8.0, 0.0)
    assert np.isclose(moved.sum(), 1, atol=1e-4) and np.isclose(moved[10].sum(), 1, atol=1e-4)
    assert list(np.flatnonzero(moved[10] > 0.01)) == list(range(16, 25))


def test_a_name_in_narrow_letters_ends_in_surplus_fillers():
    text, places = faults.paste_narrow(np.random.default_rng(1), "ERIKSSON<<ANNA" + "<" * 16, 40.0)
    assert text.rstrip("<") == "ERIKSSON<<ANNA" and len(places) == len(text) > 30
    steps = np.diff(places)
    assert np.allclose(steps[:14], steps[0]) and 0.72 <= steps[0] / 40 <= 0.95 and np.allclose(steps[14:], 40)
    assert 29 * 40 - places[-1] < 40


@pytest.mark.parametrize("seed", range(12))
def test_what_lies_on_a_line_leaves_its_middle(seed):
    strip = np.full((40, 400), 0.5, np.float32)
    spoilt = faults.spoil_paper(np.random.default_rng(seed), strip, 18)
    assert spoilt.shape == strip.shape and spoilt.dtype == np.float32
    assert np.mean(np.abs(spoilt[16:24, 60:340] - 0.5) < 0.02) > 0.6


def test_darkness_leaves_few_tones():
    ramp = np.tile(np.linspace(0, 1, 300, dtype=np.float32), (20, 1))
    darkest = min((faults.spoil_light(np.random.default_rng(seed), ramp, 18) for seed in range(60)), key=lambda plane: plane.max())
    assert darkest.max() < 0.2 and len(np.unique(darkest)) < 50


def test_a_raster_has_its_period_and_strength():
    wave = raster(np.full((8, 60), 0.5, np.float32), 0.2, 6.0, 0.0)[4]
    assert np.allclose(wave[:54], wave[6:], atol=1e-5)
    assert 0.58 < wave.max() <= 0.6 and 0.4 <= wave.min() < 0.42


def test_glare_takes_the_contrast_where_it_is_brightest_and_nowhere_far_away():
    plane = np.zeros((60, 200), np.float32)
    spoilt = camera.glare(plane, 0.9, (50, 30), 8)
    assert np.isclose(spoilt[30, 50], 0.9) and spoilt[30, 150] < 1e-6
    assert np.array_equal(camera.glare(plane + 1, 0.9, (50, 30), 8), plane + 1)


def test_a_line_seen_from_the_side_fills_the_strip_as_any_other():
    rng = np.random.default_rng(4)
    views = [line_strips.camera_view(rng, 600, zoom) for zoom in (0.4, 1.0, 1.8) for _ in range(40)]
    turned = [(view, size) for view, size in views if view[1, 0] != 0]
    assert 15 <= len(turned) <= 45
    for view, size in views:
        corners = view @ np.array([[0, 600, 600, 0], [0, 0, 32, 32], [1, 1, 1, 1]])
        places = corners[:2] / corners[2]
        assert places.min() >= -1e-3 and np.all(places.max(axis=1) <= np.array(size) + 1e-3)
        # However it is turned, drawing it takes no more than ten times what the strip itself takes.
        assert size[0] * size[1] < 10 * max(24 * 8, 600 * 32 * (size[0] / 600) ** 2)


def test_a_bent_strip_keeps_its_size_and_its_tones():
    strip = np.tile(np.linspace(0, 1, 200, dtype=np.float32), (32, 1))
    bent = [line_strips.bend(np.random.default_rng(seed), strip) for seed in range(8)]
    assert all(other.shape == strip.shape and 0 <= other.min() and other.max() <= 1 for other in bent)
    apart = [float(np.abs(other - strip).max()) for other in bent]
    # Up to a dozen of its two hundred columns to the side.
    assert 0 < max(apart) < 0.06
