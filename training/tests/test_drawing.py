"""The generator: same seed, same data; labels that are where they say."""

import numpy as np
import pytest

from mrz_training.alphabet import CHARACTERS, check_digit
from mrz_training.bench_pictures import Conditions, draw_picture
from mrz_training.faces import make_faces
from mrz_training.line_strips import STRIP_HEIGHT, make_strip
from mrz_training.mrz_text import random_document, td1, td3
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
    picture, maps = maker(np.random.default_rng([8, 1]), faces, shape)
    assert picture.shape == shape and maps.shape == (3, shape[0] // 4, shape[1] // 4)
    core = maps[0] > 0.9
    length = np.hypot(maps[1][core], maps[2][core])
    assert core.sum() > 20
    assert np.allclose(length[length > 0], 1, atol=1e-3) and (length > 0).mean() > 0.98


def test_bench_pictures_hold_their_zone(faces):
    picture, lines = draw_picture(np.random.default_rng(4), faces, Conditions(format="TD1", rotation_deg=90.0))
    assert picture.shape[0] > picture.shape[1] and len(lines) == 3
